package dev.onerow.ledger.application;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Which day it is where the ledger's owner lives: {@code ONEROW_LEDGER_ZONE}. Made with the application, not with the
 * first request, so that a zone that there is not stops the start.
 */
@Context
public final class Today {
    private final Clock clock;
    private final ZoneId zone;

    Today(Clock clock, @Property(name = "onerow.ledger.zone", defaultValue = "UTC") String zone) {
        this.clock = clock;
        this.zone = parsed(zone.strip());
    }

    private static ZoneId parsed(String zone) {
        try {
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new ConfigurationException(
                    "ONEROW_LEDGER_ZONE is \"" + zone
                            + "\", which is no time zone; wanted is one such as UTC or Europe/Berlin.",
                    unknown);
        }
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
