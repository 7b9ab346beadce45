package dev.onerow.rules.planted.stations.application;

/** Planted: an annotation of a field. */
final class InsertInAFieldAnnotation {
    @Report(statements = "INSERT INTO station (code) VALUES (1)")
    int field;
}
