package dev.onerow.ledger.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.application.SaveLedger;
import dev.onerow.ledger.application.ViewLedger;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.LedgerRules;
import dev.onerow.ledger.domain.view.LedgerType;
import dev.onerow.ledger.statements.WatchedStatements;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL reads the table, by several processes at once. */
@OnDatabase(DatabaseKind.SQLITE)
class StatisticsByIndexTest {
    private static final LedgerId LEDGER = new LedgerId("all");
    private static final int ROWS = 20_000;
    private static final String NOW = "'2026-01-01T00:00:00.000000Z'";

    private final TestDatabase database;

    StatisticsByIndexTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aLedgerOverManyTransactions() {
        database.sql("DELETE FROM accounts");
        database.sql("INSERT INTO accounts (id, name, institution, type, version, created_at, updated_at)"
                + " VALUES ('giro', 'N', 'B', 'deposit', 1, " + NOW + ", " + NOW + ")");
        database.sql("INSERT INTO transactions (id, account_id, date, amount, sequence_number, flow, fingerprint,"
                + " occurrence_number, origin, version, created_at, updated_at)"
                + " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS + ")"
                + " SELECT 't-' || i, 'giro', date('2020-01-01', '+' || (i % 1000) || ' days'), 1, i / 1000, 'flow_in',"
                + " 'f' || i, 1, 'import', 1, " + NOW + ", " + NOW + " FROM n");
        database.sql("ANALYZE");
        database.bean(SaveLedger.class)
                .save(
                        new Ledger(LEDGER, "All", LedgerType.CUSTOM, null, LedgerRules.everything(), true),
                        null,
                        Condition.NONE);
    }

    @Test
    void areAddedUpInTheOrderOfAnIndexThatHasAllTheyRead() {
        List<String> plans = database.bean(WatchedStatements.class)
                .plansDuring(() -> database.bean(ViewLedger.class).statistics(LEDGER));

        assertThat(plans)
                .filteredOn(plan -> plan.contains("transactions") || plan.contains(" t "))
                .singleElement()
                .asString()
                // Not called covering, as no index over generated columns is, though nothing else is read.
                .contains("ix_transactions_account_month")
                .doesNotContain("TEMP B-TREE");
    }
}
