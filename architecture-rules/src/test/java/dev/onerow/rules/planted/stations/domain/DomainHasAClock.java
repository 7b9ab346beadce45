package dev.onerow.rules.planted.stations.domain;

import java.time.Clock;

/** Planted: a domain with a clock. */
record DomainHasAClock(Clock clock) {}
