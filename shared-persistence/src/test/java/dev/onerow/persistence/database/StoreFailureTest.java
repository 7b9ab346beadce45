package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onerow.persistence.ConstraintViolated;
import dev.onerow.persistence.ConstraintViolation;
import dev.onerow.persistence.ConstraintViolation.Kind;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("counters")
class StoreFailureTest {
    private static final String SECRET = "secret-value";

    private final TestDatabase database;
    private final Transactions transactions;
    private final Counters counters;

    StoreFailureTest(TestDatabase database) {
        this.database = database;
        this.transactions = database.bean(Transactions.class);
        this.counters = new Counters(database);
    }

    @BeforeEach
    void oneCounterWithANote() {
        database.sql("DELETE FROM counter_notes");
        database.sql("DELETE FROM counters");
        database.sql("INSERT INTO counters VALUES (?, 0)", SECRET);
        database.sql("INSERT INTO counter_notes VALUES (?, 1)", SECRET);
    }

    @Test
    void namesAUniqueKeyAndItsColumns() {
        ConstraintViolation violation = violationOf("INSERT INTO counter_notes VALUES (?, 1)", SECRET);

        assertThat(violation.kind()).isEqualTo(Kind.UNIQUE);
        assertThat(violation.table()).isEqualTo("counter_notes");
        assertThat(violation.columns()).containsExactly("name", "number");
        assertThat(violation.constraint()).isEqualTo(onPostgresql("uq_counter_notes"));
    }

    @Test
    void namesAPrimaryKeyAsUnique() {
        ConstraintViolation violation = violationOf("INSERT INTO counters VALUES (?, 1)", SECRET);

        assertThat(violation.kind()).isEqualTo(Kind.UNIQUE);
        assertThat(violation.table()).isEqualTo("counters");
        assertThat(violation.columns()).containsExactly("name");
    }

    @Test
    void namesAForeignKeyAsFarAsTheDatabaseTells() {
        ConstraintViolation orphan = violationOf("INSERT INTO counter_notes VALUES (?, 1)", "nobody");
        ConstraintViolation stillReferred = violationOf("DELETE FROM counters WHERE name = ?", SECRET);

        assertThat(orphan.kind()).isEqualTo(Kind.FOREIGN_KEY);
        assertThat(orphan.constraint()).isEqualTo(onPostgresql("fk_counter_notes_name"));
        assertThat(orphan.columns()).isEqualTo(database.kind() == DatabaseKind.SQLITE ? List.of() : List.of("name"));
        assertThat(stillReferred.kind()).isEqualTo(Kind.FOREIGN_KEY);
        assertThat(stillReferred.constraint()).isEqualTo(onPostgresql("fk_counter_notes_name"));
    }

    @Test
    void namesAColumnThatMustNotBeNull() {
        ConstraintViolation violation = violationOf("INSERT INTO counter_notes (name) VALUES (?)", SECRET);

        assertThat(violation)
                .isEqualTo(new ConstraintViolation(Kind.NOT_NULL, "counter_notes", null, List.of("number")));
    }

    @Test
    void namesACheck() {
        ConstraintViolation violation = violationOf("UPDATE counters SET amount = -1 WHERE name = ?", SECRET);

        assertThat(violation.kind()).isEqualTo(Kind.CHECK);
        assertThat(violation.constraint()).isEqualTo("ck_counters_amount");
    }

    @Test
    void takesTheExpressionOfACheckForNoName() {
        database.sql("CREATE TABLE unnamed (number integer CHECK (abs(number) < 3))");

        ConstraintViolation violation =
                violationOf("INSERT INTO unnamed SELECT 7 FROM counters WHERE name = ?", SECRET);

        assertThat(violation.kind()).isEqualTo(Kind.CHECK);
        assertThat(violation.constraint()).isEqualTo(onPostgresql("unnamed_number_check"));
    }

    @Test
    void takesANumberBeyondItsTypeForARefusal() {
        ConstraintViolation violation =
                violationOf("UPDATE counters SET amount = amount + 9223372036854775807 + 1 WHERE name = ?", SECRET);

        assertThat(violation.kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void readsNoValuesIntoColumnNames() {
        String name = "a)=(b, c";
        database.sql("INSERT INTO counters VALUES (?, 0)", name);

        ConstraintViolation violation = violationOf("INSERT INTO counters VALUES (?, 1)", name);

        assertThat(violation.columns()).containsExactly("name");
    }

    @Test
    void repeatsNoValuesOfABatch() {
        CurrentTransaction current = database.bean(CurrentTransaction.class);

        Throwable failure = catchThrowable(() -> transactions.write(() -> {
            try (PreparedStatement batch =
                    current.connection().prepareStatement("INSERT INTO counters VALUES (?, 1)")) {
                for (String name : List.of("other", SECRET)) {
                    batch.setString(1, name);
                    batch.addBatch();
                }
                batch.executeBatch();
            } catch (SQLException refused) {
                throw new UncheckedSqlException(refused);
            }
        }));

        assertThat(StoreFailure.of(failure)).containsInstanceOf(StoreFailure.Refused.class);
        assertThat(failure).satisfies(StoreFailureTest::repeatsNoSecret);
    }

    @Test
    void leavesWhatIsNoFailureOfTheDatabaseAlone() {
        assertThat(StoreFailure.of(new IllegalStateException("a bug", new IOException("elsewhere"))))
                .isEmpty();
        assertThat(StoreFailure.of(failureOf("SELECT nothing FROM nowhere WHERE name = ?", SECRET)))
                .isEmpty();
    }

    @Test
    void looksThroughAnyNumberOfCauses() {
        SQLException lost = new SQLException("the connection is gone", "08006");
        Throwable wrapped = new IllegalStateException(new RuntimeException(new RuntimeException(lost)));
        lost.initCause(wrapped); // a circle, as careless code makes them

        assertThat(StoreFailure.of(wrapped)).contains(new StoreFailure.Unavailable("08006"));
    }

    @Test
    void tellsTheStatesOfADatabaseThatIsAway() {
        for (String state : List.of(
                "08001", "08006", "53300", "53100", "57P01", "57P03", "58030", "40003", "55P03", "25P03", "25P04",
                "57014")) {
            assertThat(StoreFailure.of(new SQLException("", state))).contains(new StoreFailure.Unavailable(state));
        }
        assertThat(StoreFailure.of(new SQLTransientConnectionException("timed out", "08001")))
                .hasValueSatisfying(meaning -> assertThat(meaning.isTemporary()).isTrue());
        assertThat(StoreFailure.of(new StoreUnavailable("away", null)))
                .containsInstanceOf(StoreFailure.Unavailable.class);
        for (String state : List.of("40001", "40P01")) {
            assertThat(StoreFailure.of(new SQLException("", state))).contains(new StoreFailure.GivenUp(state));
        }
        assertThat(StoreFailure.of(new SQLException("", "25006"))).contains(new StoreFailure.ReadOnly("25006"));
        for (String state : List.of("42P01", "22012", "0A000")) {
            assertThat(StoreFailure.of(new SQLException("", state))).isEmpty();
        }
    }

    private ConstraintViolation violationOf(String sql, Object... values) {
        Throwable failure = failureOf(sql, values);
        StoreFailure meaning = StoreFailure.of(failure).orElseThrow();

        assertThat(meaning).isInstanceOf(StoreFailure.Refused.class);
        assertThat(meaning.isTemporary()).isFalse();
        ConstraintViolation violation = ((StoreFailure.Refused) meaning).violation();
        assertThat(StoreFailure.of(new ConstraintViolated(violation, null))).contains(meaning);
        assertThat(violation.toString()).doesNotContain(SECRET);
        repeatsNoSecret(failure);
        return violation;
    }

    private static void repeatsNoSecret(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(SECRET);
        }
    }

    private Throwable failureOf(String sql, Object... values) {
        return catchThrowable(() -> transactions.write(() -> counters.execute(sql, values)));
    }

    private @Nullable String onPostgresql(String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? name : null;
    }
}
