package dev.onerow.ledger.domain.booking;

import dev.onerow.ledger.domain.view.LedgerFilter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions are looked for.
 *
 * @param account of this account alone
 * @param from the first day
 * @param to the last day
 * @param text somewhere in merchant or notes, whatever the case of its letters
 * @param category mapped to this category or, if it is a top level, to one of its children, in any ledger
 */
public record BookingSearch(
        @Nullable String account,
        LocalDate from,
        LocalDate to,
        @Nullable String text,
        @Nullable String category) {

    /** All transactions. */
    public static BookingSearch all() {
        return new BookingSearch(null, LedgerFilter.FIRST_DAY, LedgerFilter.LAST_DAY, null, null);
    }
}
