package dev.onerow.rules.planted.stations.application;

/** Planted: the default of a member of an annotation. */
@interface InsertInAnAnnotationDefault {
    String statement() default "INSERT INTO station (code) VALUES (1)";
}
