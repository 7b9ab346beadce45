package dev.onerow.rules.planted.stations.application;

/** Planted: a verb that is put in at run time. */
final class InsertWithoutItsVerb {
    String text(String verb) {
        return verb + " INTO station (code) VALUES (?)";
    }
}
