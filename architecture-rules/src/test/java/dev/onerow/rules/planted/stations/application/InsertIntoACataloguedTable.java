package dev.onerow.rules.planted.stations.application;

/** Planted: a table of the catalogue that is handed in. */
final class InsertIntoACataloguedTable {
    String text() {
        return "insert into catalogued";
    }
}
