package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.rules.OnerowRules;
import dev.onerow.rules.Rule;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
    private static final String COUNTERS = "dev.onerow.telemetry.persistence.CounterMaintenance";
    private static final String LINES = "dev.onerow.quality.persistence.BackfillInputMaintenance";
    private static final OnerowRules ARCHITECTURE = OnerowRules.in("dev.onerow")
            .contexts("registry", "quality", "telemetry", "ledger")
            .owning("extraction_telemetry_v2", "extraction_method_attempts", "content_type_detection_telemetry")
            .owning("rules", "rule_versions")
            .owning("backfills", "backfill_inputs")
            .owning("accounts", "transactions", "import_batches", "raw_transactions")
            .owning("import_batches", "raw_transactions", "transaction_attestations")
            .owning("raw_transactions", "transaction_attestations")
            .owning("transactions", "transaction_attestations", "transaction_category_mappings")
            .owning("ledgers", "transaction_category_mappings")
            .owning("category_templates", "categories", "category_rules")
            .keyed("rules", "rule_versions", "views_registry")
            .allowing(COUNTERS + "#takeTimesFromFacts", "A store can take no time from rows of another table")
            .allowing(COUNTERS + "#deleteUnexpected", "Which counters go follows from the facts, not from keys")
            .allowing(COUNTERS + "#setRight", "Counts come from the facts, as many as there are")
            .allowing(COUNTERS + "#insertMissing", "Counters come from the facts, as many as there are")
            .allowing(
                    "dev.onerow.ledger.persistence.TransactionMaintenance#recomputeFlows",
                    "The flow of all transactions of an account follows from its type")
            .allowing(LINES + "#deleteLines", "A store would read a file into memory to forget it");

    private static final TestDatabase SQLITE = TestDatabase.fresh(DatabaseKind.SQLITE, true);
    private static final TestDatabase POSTGRESQL = TestDatabase.fresh(DatabaseKind.POSTGRESQL, true);

    @BeforeAll
    static void handsInWhatTheMigrationsMake() {
        ARCHITECTURE.migratedInto(SQLITE.url(), urlOf(POSTGRESQL));
    }

    @AfterAll
    static void dropsIt() {
        SQLITE.close();
        POSTGRESQL.close();
    }

    private static String urlOf(TestDatabase postgresql) {
        return postgresql.url() + "&currentSchema=onerow";
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void holds(Rule rule) {
        ARCHITECTURE.check(rule);
    }

    @Test
    void noticesAKeyThatOneDatabaseLacks() {
        try (TestDatabase damaged = TestDatabase.fresh(DatabaseKind.POSTGRESQL, true)) {
            damaged.run(List.of(
                    "ALTER TABLE onerow.views_registry DROP CONSTRAINT views_registry_table_name_key",
                    "ALTER TABLE onerow.rule_versions ALTER COLUMN sql DROP NOT NULL"));
            OnerowRules rules = OnerowRules.in("dev.onerow").migratedInto(SQLITE.url(), urlOf(damaged));

            assertThat(rules.violations(Rule.BOTH_DATABASES_HAVE_ONE_SCHEMA))
                    .extracting(violation -> violation.subject() + " " + violation.problem())
                    .contains("views_registry has in SQLite what it has not in PostgreSQL: UNIQUE (table_name)")
                    .hasSize(3);
        }
    }
}
