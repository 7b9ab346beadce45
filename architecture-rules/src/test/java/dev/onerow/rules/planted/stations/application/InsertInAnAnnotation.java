package dev.onerow.rules.planted.stations.application;

/** Planted: an array in an annotation in an annotation. */
@Reports(@Report(statements = {"SELECT 1", "INSERT INTO station (code) VALUES (1)"}))
final class InsertInAnAnnotation {}
