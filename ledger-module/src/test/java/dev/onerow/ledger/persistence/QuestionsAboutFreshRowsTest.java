package dev.onerow.ledger.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.identity.Candidate;
import dev.onerow.ledger.domain.imports.ImportLog;
import dev.onerow.ledger.statements.WatchedStatements;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of rows that an import has just written no database has statistics yet, so a join may compare each with each. */
@OnBothDatabases
class QuestionsAboutFreshRowsTest {
    private final TestDatabase database;

    QuestionsAboutFreshRowsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void anAccount() {
        database.sql("DELETE FROM accounts");
        database.sql(
                "INSERT INTO accounts (id, name, institution, type, version, created_at, updated_at)"
                        + " VALUES ('giro', 'N', 'B', 'deposit', 1, '2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z')");
    }

    @Test
    void areAnsweredByLookUpsAndNotByJoins() {
        ImportLog log = database.bean(ImportLog.class);
        BatchId fresh = new BatchId("fresh");
        Candidate row = Candidate.of(1, LocalDate.of(2026, 3, 1), -320, "Kiosk", null, "A1", null);

        List<String> plans = database.bean(WatchedStatements.class).plansDuring(() -> {
            log.notInFile(List.of(fresh));
            log.vouchedForByAlone(fresh);
            log.candidates(new AccountId("giro"), List.of(row), true);
        });

        assertThat(plans)
                .hasSizeGreaterThan(5)
                .allSatisfy(plan ->
                        assertThat(plan).doesNotContainIgnoringCase("join").doesNotContain("Nested Loop"));
    }
}
