package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.Booking.Birth;
import dev.onerow.ledger.domain.booking.Entry;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A transaction as it is shown. */
@Serdeable
record TransactionView(
        String id,
        String accountId,
        String date,
        String bookingTime,
        String amount,
        String currencyCode,
        @Nullable String merchant,
        @Nullable String notes,
        @Nullable String balance,
        int sequenceNumber,
        String flow,
        boolean isNeutral,
        @Nullable String externalId,
        String fingerprint,
        int occurrenceNumber,
        String origin,
        boolean locked,
        int year,
        int month,
        int day,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    static TransactionView of(Stored<Booking> stored, CurrencyCode currency) {
        Booking booking = stored.value();
        Entry entry = booking.entry();
        Birth birth = booking.birth();
        return new TransactionView(
                entry.id().value(),
                entry.account().value(),
                entry.date().toString(),
                TIME.format(entry.time()),
                Money.decimal(entry.amount(), currency),
                currency.value(),
                entry.merchant(),
                entry.notes(),
                Inputs.shown(entry.balance(), currency),
                birth.sequence(),
                booking.flow().word(),
                entry.isNeutral(),
                entry.externalId(),
                birth.fingerprint().value(),
                birth.occurrence(),
                birth.origin().word(),
                entry.isLocked(),
                entry.date().getYear(),
                entry.date().getMonthValue(),
                entry.date().getDayOfMonth(),
                stored.version(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
