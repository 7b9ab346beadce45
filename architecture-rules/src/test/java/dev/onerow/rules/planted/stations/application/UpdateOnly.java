package dev.onerow.rules.planted.stations.application;

/** Planted: UPDATE. */
final class UpdateOnly {
    String text() {
        return "UPDATE ONLY station AS s SET name = upper(s.name)";
    }
}
