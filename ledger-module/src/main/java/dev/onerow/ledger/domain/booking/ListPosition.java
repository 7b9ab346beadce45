package dev.onerow.ledger.domain.booking;

import java.time.LocalDate;
import java.time.LocalTime;

/** A place in lists of transactions, which run from the most recent to the oldest. */
public record ListPosition(LocalDate date, LocalTime time, int sequence, String id) {
    /** Before everything. */
    public static final ListPosition START =
            new ListPosition(LocalDate.of(9999, 12, 31), LocalTime.of(23, 59, 59), -1, "");

    /** The place of a transaction. */
    public static ListPosition of(Booking booking) {
        Entry entry = booking.entry();
        return new ListPosition(
                entry.date(),
                entry.time(),
                booking.birth().sequence(),
                entry.id().value());
    }
}
