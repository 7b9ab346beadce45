package dev.onerow.rules.planted.stations.application;

/** Planted: an annotation of a parameter. */
final class InsertInAParameterAnnotation {
    int method(@Report(statements = "INSERT INTO station (code) VALUES (1)") int parameter) {
        return parameter;
    }
}
