package dev.onerow.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.RoundTrips;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On PostgreSQL alone: SQLite runs in this process. The driver has prepared a statement after five times. */
@OnDatabase(DatabaseKind.POSTGRESQL)
@WithTables("laws")
class RoundTripsTest {
    private static final int TO_BE_PREPARED = 8;

    private final TestDatabase database;
    private Store<LawRow> store;
    private long amount;

    RoundTripsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void countFromHereOn() {
        database.with("onerow.database.url", RoundTrips.counting(database.url()));
        store = database.bean(Stores.class).of(LawRow.class);
    }

    @Test
    void oneForARowThatIsAskedFor() {
        assertThat(of(() -> store.upsert(full()))).isEqualTo(1);
        assertThat(of(() -> store.upsert(bare()))).isEqualTo(1);
    }

    @Test
    void oneForTheReceiptOfARow() {
        assertThat(of(() -> store.upsertAll(Stream.of(full()), 1))).isEqualTo(1);
    }

    @Test
    void oneForTheReceiptOfSeveralRows() {
        assertThat(of(() -> store.upsertAll(Stream.of(full(), bare()), 2))).isEqualTo(1);
    }

    @Test
    void twoForSeveralRowsThatAreAskedForBecauseTheTransactionEnds() {
        assertThat(of(() -> store.upsertAll(List.of(full(), bare())))).isEqualTo(2);
    }

    @Test
    void aValueArrivesWhetherItsTypeWasKnownBeforeOrNot() {
        for (int i = 0; i < TO_BE_PREPARED; i++) {
            LawRow row = i % 2 == 0 ? full() : bare();

            LawRow stored = store.upsert(row).row();

            assertThat(stored)
                    .usingRecursiveComparison()
                    .usingOverriddenEquals()
                    .ignoringFields("id", "version", "createdAt", "updatedAt")
                    .isEqualTo(row);
            assertThat(store.upsert(row).outcome()).isEqualTo(Outcome.UNCHANGED);
        }
    }

    private static long of(Runnable write) {
        for (int i = 0; i < TO_BE_PREPARED; i++) {
            write.run();
        }
        long before = RoundTrips.count();
        write.run();
        return RoundTrips.count() - before;
    }

    private LawRow full() {
        return row(
                "full",
                "word",
                Instant.parse("2026-02-03T04:05:06.000001Z"),
                0.5,
                Json.parse("{\"a\":[1]}"),
                true,
                UUID.fromString("11111111-aaaa-4111-8111-111111111111"),
                LocalDate.parse("2026-02-03"),
                new BigDecimal("12.5"));
    }

    private LawRow bare() {
        return row("bare", null, null, null, null, null, null, null, null);
    }

    private LawRow row(
            String place,
            @Nullable String word,
            @Nullable Instant moment,
            @Nullable Double level,
            @Nullable Json details,
            @Nullable Boolean open,
            @Nullable UUID token,
            @Nullable LocalDate day,
            @Nullable BigDecimal price) {
        return new LawRow(
                null, place, 1, 1, ++amount, word, moment, level, details, open, token, day, price, 0, null, null);
    }
}
