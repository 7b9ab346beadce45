package dev.onerow.rules.planted.stations.application;

/** Planted: REPLACE. */
final class ReplaceInto {
    String text() {
        return "REPLACE INTO station (code) VALUES (?)";
    }
}
