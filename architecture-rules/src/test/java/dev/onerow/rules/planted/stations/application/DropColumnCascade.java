package dev.onerow.rules.planted.stations.application;

/** Planted: DROP CASCADE of a column. */
final class DropColumnCascade {
    String text() {
        return "ALTER TABLE old_station DROP COLUMN name CASCADE";
    }
}
