package dev.onerow.rules.planted.stations.application;

/** Planted: a table that no declaration knows. */
final class InsertIntoAnUnknownTable {
    String text() {
        return "INSERT INTO undeclared_table (code) VALUES (?)";
    }
}
