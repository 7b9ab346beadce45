package dev.onerow.ledger.domain.statement;

import java.time.LocalDate;
import java.time.LocalTime;

/** The second at which something is booked, within which a sequence number orders. */
public record BookingSecond(LocalDate date, LocalTime time) {

    static BookingSecond of(StatementEntry entry) {
        return new BookingSecond(entry.date(), entry.time());
    }
}
