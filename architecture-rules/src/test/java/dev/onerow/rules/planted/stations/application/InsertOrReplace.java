package dev.onerow.rules.planted.stations.application;

/** Planted: INSERT OR REPLACE, whatever the table. */
final class InsertOrReplace {
    String text() {
        return "INSERT OR REPLACE INTO station (code) VALUES (?)";
    }
}
