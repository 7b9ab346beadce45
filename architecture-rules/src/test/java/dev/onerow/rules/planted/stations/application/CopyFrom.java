package dev.onerow.rules.planted.stations.application;

/** Planted: COPY. */
final class CopyFrom {
    String text() {
        return "COPY weather.station (code, name) FROM STDIN (FORMAT binary)";
    }
}
