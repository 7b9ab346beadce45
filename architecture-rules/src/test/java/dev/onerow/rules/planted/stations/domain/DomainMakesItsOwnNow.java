package dev.onerow.rules.planted.stations.domain;

import java.time.Instant;

/** Planted: a domain that asks what time it is, in the newer way. */
final class DomainMakesItsOwnNow {
    Instant now() {
        return Instant.now();
    }
}
