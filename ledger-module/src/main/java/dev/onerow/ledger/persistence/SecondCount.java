package dev.onerow.ledger.persistence;

import dev.onerow.persistence.IsoDate;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** A second with a number. */
@MappedEntity
record SecondCount(@IsoDate LocalDate date, String bookingTime, int largest) {}
