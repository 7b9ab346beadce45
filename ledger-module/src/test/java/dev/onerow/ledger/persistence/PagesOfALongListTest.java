package dev.onerow.ledger.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.domain.booking.BookingSearch;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.booking.ListPosition;
import dev.onerow.ledger.domain.view.LedgerFilter;
import dev.onerow.ledger.statements.WatchedStatements;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PagesOfALongListTest {
    private static final int PAGE = 50;
    private static final int ROWS = 20_000;

    private final TestDatabase database;

    PagesOfALongListTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void manyTransactions() {
        boolean isSqlite = database.kind() == DatabaseKind.SQLITE;
        String now = isSqlite ? "'2026-01-01T00:00:00.000000Z'" : "TIMESTAMPTZ '2026-01-01T00:00:00Z'";
        database.sql("DELETE FROM accounts");
        database.sql("INSERT INTO accounts (id, name, institution, type, version, created_at, updated_at)"
                + " VALUES ('giro', 'N', 'B', 'deposit', 1, " + now + ", " + now + ")");
        database.sql("INSERT INTO transactions (id, account_id, date, amount, sequence_number, flow, fingerprint,"
                + " occurrence_number, origin, version, created_at, updated_at)"
                + " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS + ")"
                + " SELECT 't-' || i, 'giro', "
                + (isSqlite ? "date('2020-01-01', '+' || (i % 1000) || ' days')" : "DATE '2020-01-01' + i % 1000")
                + ", 1, i / 1000, 'flow_in', 'f' || i, 1, 'import', 1, " + now + ", " + now + " FROM n");
        database.sql("ANALYZE");
    }

    @Test
    void areReadFromTheMiddleOfTheIndexOverTheDate() {
        List<String> plans = database.bean(WatchedStatements.class).plansDuring(() -> page(null));

        assertThat(plans).singleElement().asString().satisfies(plan -> {
            assertThat(plan).contains("ix_transactions_date").doesNotContain("Seq Scan", "SCAN", "Sort", "TEMP B-TREE");
            assertThat(plan).containsAnyOf("Index Cond: ((date <=", "(date>? AND date<?)");
        });
    }

    @Test
    void areReadFromTheMiddleOfTheIndexOverAccountAndDate() {
        List<String> plans = database.bean(WatchedStatements.class).plansDuring(() -> page("giro"));

        assertThat(plans).singleElement().asString().satisfies(plan -> {
            assertThat(plan).containsAnyOf("ix_transactions_account_date", "ix_transactions_date");
            assertThat(plan).doesNotContain("Seq Scan", "SCAN", "Sort", "TEMP B-TREE");
        });
    }

    private void page(@Nullable String account) {
        BookingSearch search = new BookingSearch(account, LedgerFilter.FIRST_DAY, LedgerFilter.LAST_DAY, null, null);
        ListPosition middle = new ListPosition(LocalDate.of(2021, 5, 1), LocalTime.MIDNIGHT, 3, "t-1");
        assertThat(database.bean(Bookings.class).page(search, middle, PAGE)).hasSize(PAGE);
    }
}
