package dev.onerow.rules.planted.stations.application;

/** Planted: the recipe of a concatenation. */
final class InsertInAConcatenation {
    String text(String columns) {
        return "INSERT INTO station (" + columns + ") VALUES (?)";
    }
}
