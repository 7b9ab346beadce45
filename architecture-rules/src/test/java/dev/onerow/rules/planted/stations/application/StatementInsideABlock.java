package dev.onerow.rules.planted.stations.application;

/** Planted: a string that a block executes. */
final class StatementInsideABlock {
    String text() {
        return "DO $body$ BEGIN EXECUTE 'UPDATE station SET name = NULL'; END $body$";
    }
}
