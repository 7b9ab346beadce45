package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.readings.ReadingSite;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store in a transaction that somebody else opened, with {@code @Transactional}, and ends as well. */
@OnBothDatabases
@WithTables({"counters", "readings"})
class CallersTransactionTest {
    private final TestDatabase database;
    private final ReadingDesk desk;

    CallersTransactionTest(TestDatabase database) {
        this.database = database;
        this.desk = impatient(database).bean(ReadingDesk.class);
    }

    @BeforeEach
    void nothingYet() {
        database.run(List.of("DELETE FROM counters", "DELETE FROM reading_counts", "DELETE FROM reading_sites"));
    }

    @Test
    void keepsWhatAStoreAndARepositoryWrote() {
        assertThat(desk.enter(ReadingCount.of("OSL", 404, 2))).isEqualTo(Outcome.INSERTED);

        assertThat(database.count("reading_counts")).isEqualTo(1);
        assertThat(database.state("counters")).containsExactly("{amount=2, name=OSL}");
    }

    @Test
    void takesBackWhatAStoreAndARepositoryWrote() {
        assertThatIllegalStateException()
                .isThrownBy(() -> desk.enterAndFail(ReadingCount.of("OSL", 404, 2)))
                .withMessage("after both");

        assertThat(database.count("reading_counts")).isZero();
        assertThat(database.count("counters")).isZero();
    }

    @Test
    void takesBackWhatAStoreWroteWhenTheRepositoryFails() {
        desk.enter(ReadingCount.of("OSL", 404, 2));

        assertThat(catchThrowable(() -> desk.enter(ReadingCount.of("OSL", 500, 2))))
                .isNotNull();

        assertThat(database.query("SELECT code FROM reading_counts"))
                .extracting("code")
                .containsExactly(404L);
    }

    @Test
    void hearsThatAConstraintRefusedARow() {
        assertThatExceptionOfType(ConstraintViolated.class)
                .isThrownBy(() -> desk.enter(ReadingCount.of("OSL", 404, -2)))
                .satisfies(refused -> assertThat(refused.violation().kind()).isEqualTo(ConstraintViolation.Kind.CHECK));

        assertThat(database.count("counters")).isZero();
    }

    @Test
    void hearsThatTheStoreStaysBusyAndIsNotTriedAgain() throws SQLException {
        try (Connection other = DriverManager.getConnection(database.url());
                Statement statement = other.createStatement()) {
            holdReadingCounts(statement);

            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> desk.enter(ReadingCount.of("OSL", 404, 2)))
                    .satisfies(busy -> assertThat(busy.getSuppressed()).isEmpty());
        }
        assertThat(desk.enter(ReadingCount.of("OSL", 404, 2))).isEqualTo(Outcome.INSERTED);
    }

    @Test
    void isToldByItsOwnCommitWhatADeferredConstraintRefuses() {
        Throwable failure = catchThrowable(() -> desk.place(ReadingSite.of("mast", "nowhere")));

        assertThat(StoreFailure.of(failure))
                .containsInstanceOf(StoreFailure.Refused.class)
                .get()
                .extracting(
                        meaning -> ((StoreFailure.Refused) meaning).violation().kind())
                .isEqualTo(ConstraintViolation.Kind.FOREIGN_KEY);
        assertThat(database.count("reading_sites")).isZero();
    }

    private void holdReadingCounts(Statement statement) throws SQLException {
        if (database.kind() == DatabaseKind.SQLITE) {
            statement.execute("BEGIN IMMEDIATE");
        } else {
            statement.execute("BEGIN");
            statement.execute("LOCK TABLE onerow.reading_counts");
        }
    }

    private static TestDatabase impatient(TestDatabase database) {
        return database.kind() == DatabaseKind.SQLITE
                ? database.with("datasources.default.data-source-properties.busy_timeout", "50")
                : database.with("onerow.database.url", database.url() + "&options=-c%20lock_timeout%3D200");
    }
}
