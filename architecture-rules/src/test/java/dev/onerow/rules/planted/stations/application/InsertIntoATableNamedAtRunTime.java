package dev.onerow.rules.planted.stations.application;

/** Planted: a table that is put in at run time. */
final class InsertIntoATableNamedAtRunTime {
    String text(String table) {
        return "INSERT INTO " + table + " (code) VALUES (?)";
    }
}
