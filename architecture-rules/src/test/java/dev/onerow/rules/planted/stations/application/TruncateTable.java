package dev.onerow.rules.planted.stations.application;

/** Planted: TRUNCATE, whatever the table. */
final class TruncateTable {
    String text() {
        return "TRUNCATE TABLE old_station";
    }
}
