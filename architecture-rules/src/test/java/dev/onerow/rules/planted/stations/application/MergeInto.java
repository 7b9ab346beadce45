package dev.onerow.rules.planted.stations.application;

/** Planted: MERGE. */
final class MergeInto {
    String text() {
        return "MERGE INTO station s USING old_station o ON s.code = o.code WHEN MATCHED THEN DELETE";
    }
}
