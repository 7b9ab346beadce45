package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.Booking.Birth;
import dev.onerow.ledger.domain.booking.Entry;
import dev.onerow.ledger.domain.booking.Origin;
import dev.onerow.ledger.domain.identity.Fingerprint;
import dev.onerow.persistence.IsoDate;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A transaction; year, month and day are made by the database. */
@MappedEntity("transactions")
@KeyedTable(conflictsOn = "id")
record TransactionRow(
        @Id String id,
        @OnConflict(MergeRule.KEEP) String accountId,
        @IsoDate LocalDate date,
        String bookingTime,
        long amount,
        @Nullable String merchant,
        @Nullable String notes,
        @Nullable Long balance,
        @OnConflict(MergeRule.KEEP) int sequenceNumber,
        String flow,
        boolean isNeutral,
        @Nullable String externalId,
        @OnConflict(MergeRule.KEEP) String fingerprint,
        @OnConflict(MergeRule.KEEP) int occurrenceNumber,
        @OnConflict(MergeRule.KEEP) String origin,
        boolean locked,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    /** All columns of a transaction, of a table called t. */
    static final String COLUMNS =
            "t.id, t.account_id, t.date, t.booking_time, t.amount, t.merchant, t.notes, t.balance,"
                    + " t.sequence_number, t.flow, t.is_neutral, t.external_id, t.fingerprint, t.occurrence_number, t.origin,"
                    + " t.locked, t.version, t.created_at, t.updated_at";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    static TransactionRow of(Booking booking) {
        Entry entry = booking.entry();
        Birth birth = booking.birth();
        return new TransactionRow(
                entry.id().value(),
                entry.account().value(),
                entry.date(),
                time(entry.time()),
                entry.amount(),
                entry.merchant(),
                entry.notes(),
                entry.balance(),
                birth.sequence(),
                booking.flow().word(),
                entry.isNeutral(),
                entry.externalId(),
                birth.fingerprint().value(),
                birth.occurrence(),
                birth.origin().word(),
                entry.isLocked(),
                0,
                null,
                null);
    }

    Stored<Booking> stored() {
        return Instants.stored(booking(), version, createdAt, updatedAt);
    }

    static String time(LocalTime time) {
        return TIME.format(time);
    }

    private Booking booking() {
        Entry entry = new Entry(
                new TransactionId(id),
                new AccountId(accountId),
                date,
                LocalTime.parse(bookingTime),
                amount,
                merchant,
                notes,
                balance,
                isNeutral,
                externalId,
                locked);
        Birth birth = new Birth(
                new Fingerprint(fingerprint), occurrenceNumber, sequenceNumber, Words.of(Origin.class, origin));
        return new Booking(entry, Words.of(Flow.class, flow), birth);
    }
}
