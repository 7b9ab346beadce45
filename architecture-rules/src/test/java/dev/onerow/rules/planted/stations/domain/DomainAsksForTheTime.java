package dev.onerow.rules.planted.stations.domain;

/** Planted: a domain that asks what time it is. */
final class DomainAsksForTheTime {
    long age(long since) {
        return System.currentTimeMillis() - since;
    }
}
