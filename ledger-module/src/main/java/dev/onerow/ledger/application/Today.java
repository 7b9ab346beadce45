package dev.onerow.ledger.application;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day it is where the ledger's owner lives: {@code ONEROW_LEDGER_ZONE}. */
@Singleton
public final class Today {
    private final Clock clock;
    private final ZoneId zone;

    Today(Clock clock, @Property(name = "onerow.ledger.zone", defaultValue = "UTC") String zone) {
        this.clock = clock;
        this.zone = ZoneId.of(zone);
    }

    /** Today. */
    public LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Now. */
    public Instant instant() {
        return clock.instant();
    }
}
