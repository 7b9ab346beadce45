package dev.onerow.rules.planted.stations.application;

/** Planted: a common table expression that writes. */
final class DeleteInsideAQuery {
    String text() {
        return "WITH gone AS (DELETE FROM station RETURNING code) SELECT count(*) FROM gone";
    }
}
