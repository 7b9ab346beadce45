package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Receipt;
import dev.onerow.persistence.adopting.TableReceipt;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an SQLite file with camelCase columns, and mappings without the unique pair. */
@OnBothDatabases
class AdoptingLedgersTest {
    private static final String JAN = "2026-01-01T10:00:00Z";
    private static final String FEB = "2026-02-01T10:00:00Z";

    private final TestDatabase database;

    AdoptingLedgersTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void startsFromNothing() {
        OldSource.forget(
                database,
                "transaction_category_mappings",
                "transaction_attestations",
                "raw_transactions",
                "import_batches",
                "transactions",
                "accounts",
                "defaults",
                "ledgers",
                "category_rules",
                "categories",
                "category_templates");
    }

    private static OldSource source() {
        return OldSource.of(DatabaseKind.SQLITE)
                .table("accounts (id TEXT PRIMARY KEY, name TEXT, institution TEXT, type TEXT, currencyCode TEXT,"
                        + " balance TEXT, creditLimit TEXT, metadata TEXT, createdAt TEXT, updatedAt TEXT)")
                .table("transactions (id TEXT PRIMARY KEY, accountId TEXT, date TEXT, amount TEXT, merchant TEXT,"
                        + " notes TEXT, sequenceNumber INTEGER, isNeutral INTEGER, createdAt TEXT, updatedAt TEXT)")
                .table("category_templates (id TEXT PRIMARY KEY, name TEXT, isSystem INTEGER, isDefault INTEGER,"
                        + " structure TEXT, createdAt TEXT, updatedAt TEXT)")
                .table("categories (id TEXT PRIMARY KEY, templateId TEXT, parentId TEXT, name TEXT, flow TEXT,"
                        + " position INTEGER)")
                .table("category_rules (id TEXT PRIMARY KEY, templateId TEXT, categoryId TEXT, name TEXT,"
                        + " priority INTEGER, enabled INTEGER, conditions TEXT)")
                .table("ledgers (id TEXT PRIMARY KEY, name TEXT, type TEXT, categoryTemplateId TEXT, rules TEXT,"
                        + " trackBalances INTEGER, isDefault INTEGER, createdAt TEXT, updatedAt TEXT)")
                .table("import_batches (id TEXT PRIMARY KEY, accountId TEXT, accountType TEXT, sourceFileName TEXT,"
                        + " importedAt TEXT)")
                .table("raw_transactions (id TEXT PRIMARY KEY, accountId TEXT, importBatchId TEXT, rawData TEXT,"
                        + " parsedData TEXT, extractedAt TEXT)")
                .table(
                        "transaction_category_mappings (id TEXT PRIMARY KEY, transactionId TEXT, ledgerId TEXT,"
                                + " categoryId TEXT, tags TEXT, assignedBy TEXT, assignedAt TEXT, ruleId TEXT, createdAt TEXT)");
    }

    private static OldSource filled() {
        OldSource old = source();
        old.row("accounts", "giro", "Giro", "Sample Bank", "deposit", "EUR", "137.60", null, null, JAN, JAN);
        old.row("accounts", "card", "Card", "Sample Bank", "creditCard", "EUR", "-20", "500", "{}", JAN, JAN);
        old.row("transactions", "t-1", "giro", "2026-03-10", "-12.40", "Kiosk", null, 1, 0, JAN, JAN);
        old.row("transactions", "t-2", "giro", "2026-03-10", "-12.4", "  KIOSK ", null, 0, 0, JAN, JAN);
        old.row("transactions", "t-3", "giro", "2026-03-11", "100", "Salary", null, 0, 0, JAN, JAN);
        old.row("transactions", "t-4", "nowhere", "2026-03-11", "1", "x", null, 0, 0, JAN, JAN);
        old.row("transactions", "t-5", "giro", "2026-03-11", "0.001", "x", null, 0, 0, JAN, JAN);
        old.row("transactions", "t-6", "giro", "2026-03-11", "0", "x", null, 0, 0, JAN, JAN);
        String structure =
                "[{\"name\":\"Food\",\"flow\":\"flowOut\",\"children\":[{\"id\":\"snacks\",\"name\":\"Snacks\"}]}]";
        old.row("category_templates", "tpl", "Mine", 0, 1, structure, JAN, JAN);
        old.row("categories", "top", "tpl", null, "Spending", "flowOut", 1);
        old.row("categories", "a-low", "tpl", "top", "Groceries", null, 2);
        old.row("categories", "lost", "tpl", "nothing", "Lost", null, 3);
        String conditions = "{\"merchantPattern\":\"kiosk\",\"merchantMatchType\":\"startsWith\",\"minAmount\":1.5}";
        old.row("category_rules", "r-1", "tpl", "a-low", "Kiosks", 5, 1, conditions);
        old.row("category_rules", "r-2", "tpl", "nothing", "x", 5, 1, "{}");
        old.row("ledgers", "main", "Main", "core", "tpl", "{\"includeAll\":true}", 1, 1, JAN, JAN);
        old.row("ledgers", "other", "Other", "travel", null, null, 0, 1, JAN, FEB);
        old.row("import_batches", "b-1", "giro", "deposit", "march.ofx", FEB);
        String kiosk = "{\"date\":\"2026-03-10\",\"amount\":-12.4,\"merchant\":\"Kiosk\"}";
        old.row("raw_transactions", "raw-1", "giro", "b-1", "<STMTTRN>1", kiosk, FEB);
        old.row("raw_transactions", "raw-2", "giro", "b-1", "<STMTTRN>2", "{\"date\":\"2026-03-10\"}", JAN);
        old.row("transaction_category_mappings", "m-1", "t-1", "main", "a-low", "[]", "auto", FEB, "r-1", FEB);
        old.row("transaction_category_mappings", "m-2", "t-1", "main", "top", "[\"x\"]", "manual", JAN, null, JAN);
        old.row(
                "transaction_category_mappings",
                "m-3",
                "t-1",
                "main",
                "a-low",
                "[]",
                "manual",
                JAN,
                null,
                "2025-01-01");
        old.row("transaction_category_mappings", "m-4", "t-2", "main", "a-low", "[]", "auto", JAN, "gone", JAN);
        old.row("transaction_category_mappings", "m-5", "t-2", null, "a-low", "[]", "auto", JAN, null, JAN);
        old.row("transaction_category_mappings", "m-6", "t-3", "main", "nothing", "[]", "auto", JAN, null, JAN);
        return old;
    }

    private List<String> rows(String query) {
        return database.query(query).stream()
                .map(row -> row.values().toString())
                .toList();
    }

    private static Map<String, Receipt> byTable(List<TableReceipt> receipts) {
        Map<String, Receipt> byTable = new LinkedHashMap<>();
        receipts.forEach(receipt -> byTable.put(receipt.table(), receipt.receipt()));
        return byTable;
    }

    @Test
    void takesAWholeLedgerOverAndFindsNothingToDoTheSecondTime() {
        try (OldSource old = filled()) {
            List<TableReceipt> predicted = old.rehearseInto(database);
            assertThat(database.count("accounts") + database.count("adopted_rows"))
                    .isZero();

            List<TableReceipt> adopted = old.adoptInto(database);

            assertThat(adopted).isEqualTo(predicted);
            assertThat(byTable(adopted))
                    .containsExactly(
                            Map.entry("accounts", new Receipt(2, 2, 0, 0, 0, 0, 0)),
                            Map.entry("category_templates", new Receipt(1, 1, 0, 0, 0, 0, 0)),
                            Map.entry("categories", new Receipt(3, 2, 0, 0, 0, 0, 1)),
                            Map.entry("category_rules", new Receipt(2, 1, 0, 0, 0, 0, 1)),
                            Map.entry("ledgers", new Receipt(2, 2, 0, 0, 0, 0, 0)),
                            Map.entry("transactions", new Receipt(6, 3, 0, 0, 0, 0, 3)),
                            Map.entry("import_batches", new Receipt(1, 1, 0, 0, 0, 0, 0)),
                            Map.entry("raw_transactions", new Receipt(2, 2, 0, 0, 0, 0, 0)),
                            Map.entry("transaction_category_mappings", new Receipt(6, 2, 0, 0, 0, 2, 2)));
            assertThat(old.adoptInto(database))
                    .allSatisfy(again ->
                            assertThat(again.isUnchanged()).as(again.toString()).isTrue());
        }
    }

    @Test
    void keepsTheBalanceThatAnAccountHad() {
        try (OldSource old = filled()) {
            old.adoptInto(database);

            assertThat(rows(
                            "SELECT a.id, a.type, CAST(a.initial_balance + coalesce(sum(t.amount), 0) AS bigint) AS balance,"
                                    + " a.credit_limit FROM accounts a LEFT JOIN transactions t ON t.account_id = a.id"
                                    + " GROUP BY a.id, a.type, a.initial_balance, a.credit_limit ORDER BY a.id"))
                    .containsExactly("[card, credit_card, -2000, 50000]", "[giro, deposit, 13760, null]");
        }
    }

    @Test
    void numbersTransactionsThatLookAlikeAndSaysWhichAFileVouchesFor() {
        try (OldSource old = filled()) {
            old.adoptInto(database);

            assertThat(rows("SELECT id, amount, occurrence_number, sequence_number, flow, origin FROM transactions"
                            + " ORDER BY id"))
                    .containsExactly(
                            "[t-1, -1240, 2, 1, flow_out, manual]",
                            "[t-2, -1240, 1, 0, flow_out, import]",
                            "[t-3, 10000, 1, 0, flow_in, manual]");
            assertThat(rows("SELECT id, row_number, outcome, is_processed FROM raw_transactions ORDER BY id"))
                    .containsExactly("[raw-1, 2, created, 1]", "[raw-2, 1, rejected, 0]");
            assertThat(rows("SELECT raw_transaction_id, transaction_id FROM transaction_attestations"))
                    .containsExactly("[raw-1, t-2]");
            assertThat(rows("SELECT id, format, received, created, rejected_count FROM import_batches"))
                    .containsExactly("[b-1, ofx, 2, 1, 1]");
            assertThat(OldSource.keptIn(database, "transactions"))
                    .containsExactly("t-4 invalid-value", "t-5 invalid-value", "t-6 invalid-value");
        }
    }

    @Test
    void keepsAPersonsCategoryThenTheNewest() {
        try (OldSource old = filled()) {
            old.adoptInto(database);

            assertThat(rows("SELECT id, transaction_id, category_id, tags, assigned_by, rule_id"
                            + " FROM transaction_category_mappings ORDER BY id"))
                    .containsExactly("[m-2, t-1, top, [\"x\"], manual, null]", "[m-4, t-2, a-low, [], auto, null]");
            assertThat(OldSource.keptIn(database, "transaction_category_mappings"))
                    .containsExactly("m-1 older", "m-3 older", "m-5 null-key", "m-6 invalid-value");
        }
    }

    @Test
    void makesRowsOfAStructureAndGivesTheTemplateTheHashOfAllItsParts() {
        try (OldSource old = filled()) {
            old.adoptInto(database);

            assertThat(rows("SELECT name, parent_id IS NULL AS top, flow FROM categories ORDER BY name"))
                    .containsExactly(
                            "[Food, 1, flow_out]",
                            "[Groceries, 0, null]",
                            "[Snacks, 0, null]",
                            "[Spending, 1, flow_out]");
            assertThat(Objects.requireNonNull(database.value("SELECT content_hash FROM category_templates"))
                            .toString())
                    .hasSize(64);
            assertThat(rows("SELECT id, priority, conditions FROM category_rules"))
                    .containsExactly("[r-1, 5, {\"merchant_match_type\":\"starts_with\",\"merchant_pattern\":\"kiosk\","
                            + "\"min_amount\":\"1.5\"}]");
            assertThat(rows("SELECT kind, target_id FROM defaults ORDER BY kind"))
                    .containsExactly("[ledger, other]", "[template, tpl]");
        }
    }

    @Test
    void countsATransactionThatWasStoredTwiceOnce() {
        try (OldSource old = OldSource.of(DatabaseKind.SQLITE)
                .table("accounts (id TEXT, name TEXT, type TEXT, balance REAL)")
                .table("transactions (id TEXT, accountId TEXT, date TEXT, amount TEXT, updatedAt INTEGER)")) {
            old.row("accounts", "giro", "Giro", "deposit", 30);
            old.row("transactions", "t-1", "giro", "2026-03-10", "10", 1_000);
            old.row("transactions", "t-1", "giro", "2026-03-10", "20", 2_000);

            assertThat(byTable(old.adoptInto(database)))
                    .containsEntry("transactions", new Receipt(2, 1, 0, 0, 0, 1, 0));
            assertThat(rows("SELECT a.initial_balance, t.amount, t.occurrence_number FROM accounts a"
                            + " JOIN transactions t ON t.account_id = a.id"))
                    .containsExactly("[1000, 2000, 1]");
            assertThat(database.query("SELECT reason FROM adopted_rows")).hasSize(1);
        }
    }
}
