package dev.onerow.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.views.ViewRefused.Reason;
import io.micronaut.core.type.GenericArgument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What nobody can wait for is given up, and whoever else works on the database goes on. Limits are shorter here than usual. */
@OnBothDatabases
class TimeLimitsTest {
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final String ENDLESS =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION SELECT (i + 1) % 1000000000 FROM n) SELECT i FROM n";

    private final Views views;
    private final ViewRows viewRows;
    private final Transactions transactions;

    TimeLimitsTest(TestDatabase database) {
        this.views = database.bean(Views.class);
        this.viewRows = hasty(database);
        this.transactions = database.bean(Transactions.class);
    }

    private static ViewRows hasty(TestDatabase database) {
        var operations = database.context().getBean(new GenericArgument<TransactionOperations<Connection>>() {});
        var transaction = database.bean(CurrentTransaction.class);
        return switch (database.kind()) {
            case POSTGRESQL -> new PostgresViewRows(operations, transaction, database.bean(ViewSettings.class), LIMIT);
            case SQLITE -> new SqliteViewRows(operations, transaction, LIMIT);
        };
    }

    @Test
    void theFirstRowIsNotWaitedForLonger() {
        make("never_first", "SELECT max(i) AS i FROM (" + ENDLESS + ") x");

        var refused = catchThrowableOfType(ViewRefused.class, () -> read("never_first", 1));

        assertThat(refused.reason()).isEqualTo(new Reason.TooSlow("never_first"));
        assertThat(replace("beside", "SELECT 1 AS a").after().columns()).hasSize(1);
    }

    @Test
    void norIsAnyOtherRow() {
        make("never_last", "SELECT 0 AS i UNION ALL SELECT i FROM (" + ENDLESS + ") x WHERE i < 0");

        var refused = catchThrowableOfType(ViewRefused.class, () -> read("never_last", Integer.MAX_VALUE));

        assertThat(refused.reason()).isEqualTo(new Reason.TooSlow("never_last"));
    }

    @Test
    void rowsThatKeepComingAreReadForAsLongAsItTakes() {
        make(
                "steady",
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT i FROM n");
        long begin = System.nanoTime();

        int rows = read("steady", Integer.MAX_VALUE);

        assertThat(rows).isEqualTo(3_000_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(LIMIT);
    }

    private void make(String name, String select) {
        assertThat(replace(name, select).after().name()).isEqualTo(name);
    }

    private Replacement replace(String name, String select) {
        return transactions.write(() -> {
            views.lock();
            return views.replace(name, select, sql -> Set.of());
        });
    }

    /** How many rows came, at most so many. */
    private int read(String view, int limit) {
        return viewRows.read(view, open -> {
                    try (var rows = open.rows(RowQuery.all())) {
                        int read = 0;
                        for (Optional<Row> row = rows.next(); row.isPresent() && read < limit; row = rows.next()) {
                            read++;
                        }
                        return read;
                    }
                })
                .orElseThrow();
    }
}
