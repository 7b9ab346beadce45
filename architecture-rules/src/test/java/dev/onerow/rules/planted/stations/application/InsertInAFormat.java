package dev.onerow.rules.planted.stations.application;

/** Planted: a format with a place for the table. */
final class InsertInAFormat {
    String text(String table) {
        return String.format("INSERT INTO %s (code) VALUES (?)", table);
    }
}
