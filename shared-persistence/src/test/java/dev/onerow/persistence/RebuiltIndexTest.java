package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * While PostgreSQL rebuilds the unique index of a key concurrently, an upsert may be told that this very index is
 * violated. The window cannot be opened at will, so a trigger says what the server would say.
 */
@OnDatabase(DatabaseKind.POSTGRESQL)
@WithTables("readings")
class RebuiltIndexTest {
    private final TestDatabase database;
    private final Store<ReadingCount> counts;

    RebuiltIndexTest(TestDatabase database) {
        this.database = database;
        this.counts = database.bean(Stores.class).of(ReadingCount.class);
    }

    @BeforeEach
    void isBeingRebuilt() {
        database.run(List.of("DELETE FROM reading_counts", "CREATE SEQUENCE tries", """
                CREATE FUNCTION violate() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF nextval('tries') <= current_setting('rebuilt.tries')::int THEN
                        RAISE unique_violation USING TABLE = 'reading_counts',
                            CONSTRAINT = 'reading_counts_code_station_key',
                            DETAIL = 'Key (code, station)=(404, OSL) already exists.';
                    END IF;
                    RETURN NEW;
                END $$
                """));
    }

    @AfterEach
    void isThere() {
        database.run(List.of("DROP FUNCTION violate() CASCADE", "DROP SEQUENCE tries"));
    }

    @Test
    void isWaitedForByOneMoreTry() {
        violatedBy(1);
        double before = repeated();

        Written<ReadingCount> written = counts.upsert(ReadingCount.of("OSL", 404, 3));

        assertThat(written.outcome()).isEqualTo(Outcome.INSERTED);
        assertThat(written.row().count()).isEqualTo(3);
        assertThat(repeated()).isEqualTo(before + 1);
    }

    @Test
    void isNotWaitedForTwice() {
        violatedBy(2);

        assertThatThrownBy(() -> counts.upsertAll(List.of(ReadingCount.of("OSL", 404, 3))))
                .isInstanceOfSatisfying(ConstraintViolated.class, refused -> {
                    assertThat(refused.violation().columns()).containsExactlyInAnyOrder("station", "code");
                    assertThat(refused.getSuppressed()).hasSize(1);
                });

        assertThat(database.count("reading_counts")).isZero();
    }

    @Test
    void isTheCallersBusinessInItsOwnTransaction() {
        violatedBy(1);
        Transactions transactions = database.bean(Transactions.class);

        assertThatThrownBy(() -> transactions.write(() -> {
                    counts.upsert(ReadingCount.of("OSL", 404, 3));
                }))
                .isInstanceOf(ConstraintViolated.class);

        assertThat(database.value("SELECT last_value FROM tries")).isEqualTo(1L);
    }

    private void violatedBy(int tries) {
        database.run(List.of(
                "ALTER FUNCTION violate() SET rebuilt.tries = " + tries,
                "CREATE TRIGGER violated BEFORE INSERT ON reading_counts FOR EACH ROW EXECUTE FUNCTION violate()"));
    }

    private double repeated() {
        return database
                .bean(MeterRegistry.class)
                .find("onerow.transactions.repeated")
                .tag("reason", "arbiter")
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
