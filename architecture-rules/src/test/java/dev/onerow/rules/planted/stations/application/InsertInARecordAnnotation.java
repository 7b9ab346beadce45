package dev.onerow.rules.planted.stations.application;

/** Planted: an annotation of a record component. */
record InsertInARecordAnnotation(
        @Report(statements = "INSERT INTO station (code) VALUES (1)")
        int component) {}
