package dev.onerow.rules.planted.stations.application;

import dev.onerow.rules.planted.stations.domain.Station;

/** Honest: application knows domain. */
public final class ReadStation {
    public Station station() {
        return new Station("A");
    }
}
