package dev.onerow.rules.planted.stations.application;

/** Planted: a cascade that no owner is listed for. */
final class CreateWithCascade {
    String text() {
        return "CREATE TABLE old_reading (station text REFERENCES station ON DELETE CASCADE)";
    }
}
