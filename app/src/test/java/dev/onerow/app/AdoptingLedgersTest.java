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
        OldSource.forgetLedger(database);
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

    @Test
    void takesTheLimitsOfALedgerOverOrRefusesIt() {
        try (OldSource old = source()) {
            ledger(
                    old,
                    "iso",
                    "{\"dateRange\":{\"startDate\":\"2024-01-01T00:00:00.000Z\",\"endDate\":\"2024-12-31\"}}");
            ledger(old, "relative", "{\"dateRange\":{\"isRelative\":1,\"relativeDays\":\"90\",\"startDate\":\"\"}}");
            ledger(old, "lists", "{\"includeAll\":0,\"includeAccountIds\":[17,\"giro\"],\"maxAmount\":12.5}");
            ledger(
                    old,
                    "more",
                    "{\"includeNeutral\":false,\"sortOrder\":\"asc\",\"dateRange\":{\"startDate\":\"2024-01-01\",\"zone\":\"CET\"}}");
            ledger(old, "no-day", "{\"dateRange\":{\"startDate\":\"nonsense\"}}");
            ledger(old, "no-days", "{\"dateRange\":{\"isRelative\":true}}");
            ledger(old, "no-range", "{\"dateRange\":\"2024\"}");
            ledger(old, "no-list", "{\"includeAll\":false,\"includeAccountIds\":\"giro\"}");
            ledger(old, "no-truth", "{\"includeFlowIn\":\"perhaps\"}");
            ledger(old, "no-known", "{\"includeNeutral\":true,\"dateRange\":{\"from\":\"2024-01-01\"}}");
            ledger(old, "no-limit", "{\"minAmount\":{\"value\":1}}");
            ledger(old, "year-0", "{\"dateRange\":{\"endDate\":\"0000-12-31\"}}");
            ledger(old, "foreign", "{\"filter\":\"amount > 5\"}");
            List<TableReceipt> predicted = old.rehearseInto(database);

            List<TableReceipt> adopted = old.adoptInto(database);

            assertThat(adopted).isEqualTo(predicted);
            assertThat(byTable(adopted)).containsEntry("ledgers", new Receipt(13, 4, 0, 0, 0, 0, 9));
            assertThat(rows("SELECT id, rules FROM ledgers ORDER BY id"))
                    .containsExactly(
                            "[iso, {\"date_range\":{\"end_date\":\"2024-12-31\",\"start_date\":\"2024-01-01\"}}]",
                            "[lists, {\"include_account_ids\":[\"17\",\"giro\"],\"include_all\":false,\"max_amount\":\"12.5\"}]",
                            "[more, {\"date_range\":{\"start_date\":\"2024-01-01\"},\"include_neutral\":false}]",
                            "[relative, {\"date_range\":{\"is_relative\":true,\"relative_days\":90}}]");
            assertThat(OldSource.keptIn(database, "ledgers"))
                    .containsExactly(
                            "foreign invalid-value",
                            "more unknown-column",
                            "no-day invalid-value",
                            "no-days invalid-value",
                            "no-known invalid-value",
                            "no-limit invalid-value",
                            "no-list invalid-value",
                            "no-range invalid-value",
                            "no-truth invalid-value",
                            "year-0 invalid-value");
        }
    }

    private static void ledger(OldSource old, String id, String rules) {
        old.row("ledgers", id, id, "custom", null, rules, 1, 0, JAN, JAN);
    }

    @Test
    void takesTheConditionsOfARuleOverOrRefusesIt() {
        try (OldSource old = source()) {
            old.row("category_templates", "tpl", "Mine", 0, 0, null, JAN, JAN);
            old.row("categories", "top", "tpl", null, "Spending", "flowOut", 1);
            old.row("category_rules", "r-1", "tpl", "top", "x", 1, 1, "{\"isIncome\":1,\"accountIds\":[\"giro\"]}");
            old.row("category_rules", "r-2", "tpl", "top", "x", 2, 1, "{\"merchantPattern\":\"k\",\"locale\":\"de\"}");
            old.row("category_rules", "r-3", "tpl", "top", "x", 3, 1, "{\"payee\":\"kiosk\"}");
            old.row("category_rules", "r-4", "tpl", "top", "x", 4, 1, "{\"merchantPattern\":[\"kiosk\"]}");

            old.adoptInto(database);

            assertThat(rows("SELECT id, conditions FROM category_rules ORDER BY id"))
                    .containsExactly(
                            "[r-1, {\"account_ids\":[\"giro\"],\"is_income\":true}]",
                            "[r-2, {\"merchant_pattern\":\"k\"}]");
            assertThat(OldSource.keptIn(database, "category_rules"))
                    .containsExactly("r-2 unknown-column", "r-3 invalid-value", "r-4 invalid-value");
        }
    }

    @Test
    void numbersWhatStaysOfTransactionsAndRawRowsThatComeTwice() {
        try (OldSource old = withoutKeys()) {
            for (int i = 0; i < 8; i++) {
                old.row("transactions", "t-" + i, "giro", "2026-03-1" + i, "-5", "Kiosk", "JAN " + i, FEB);
                old.row("transactions", "t-" + i, "giro", "2026-03-1" + i, "-5", "Kiosk", "FEB " + i, JAN);
                String says = "{\"date\":\"2026-03-1" + i + "\",\"amount\":-5,\"merchant\":\"Kiosk\"}";
                old.row("raw_transactions", "raw-" + i, "giro", "b-1", "r", says, "2026-03-0" + (i + 1));
                old.row("raw_transactions", "raw-" + i, "giro", "b-1", "r", says, "2026-04-0" + (8 - i));
            }
            List<TableReceipt> predicted = old.rehearseInto(database);

            List<TableReceipt> adopted = old.adoptInto(database);

            assertThat(adopted).isEqualTo(predicted);
            assertThat(byTable(adopted))
                    .containsEntry("transactions", new Receipt(16, 8, 0, 0, 0, 8, 0))
                    .containsEntry("raw_transactions", new Receipt(16, 8, 0, 0, 0, 8, 0));
            assertThat(rows(
                            "SELECT t.id, t.external_id, t.occurrence_number, t.origin, a.raw_transaction_id, r.row_number"
                                    + " FROM transactions t JOIN transaction_attestations a ON a.transaction_id = t.id"
                                    + " JOIN raw_transactions r ON r.id = a.raw_transaction_id ORDER BY t.id"))
                    .hasSize(8)
                    .contains("[t-0, JAN 0, 1, import, raw-0, 1]", "[t-7, JAN 7, 1, import, raw-7, 8]");
            assertThat(rows("SELECT received, created, rejected_count FROM import_batches"))
                    .containsExactly("[8, 8, 0]");
            assertThat(database.query("SELECT DISTINCT reason FROM adopted_rows")
                            .toString())
                    .isEqualTo("[{reason=older}]");
            assertThat(old.adoptInto(database))
                    .allSatisfy(again ->
                            assertThat(again.isUnchanged()).as(again.toString()).isTrue());
        }
    }

    @Test
    void numbersTransactionsThatLookAlikeByTheirIdsInATableWithoutAKey() {
        try (OldSource old = withoutKeys()) {
            List<String> ids = List.of("t-4", "t-1", "t-6", "t-3", "t-5", "t-2");
            ids.forEach(id -> old.row("transactions", id, "giro", "2026-03-10", "-5", "Kiosk", null, JAN));
            String says = "{\"date\":\"2026-03-10\",\"amount\":-5,\"merchant\":\"Kiosk\"}";
            old.row("raw_transactions", "later", "giro", "b-1", "r", says, "2026-03-11T10:00:00.500Z");
            old.row("raw_transactions", "first", "giro", "b-1", "r", says, "2026-03-11T10:00:00Z");

            old.adoptInto(database);

            assertThat(rows("SELECT id, occurrence_number FROM transactions ORDER BY id"))
                    .containsExactly("[t-1, 1]", "[t-2, 2]", "[t-3, 3]", "[t-4, 4]", "[t-5, 5]", "[t-6, 6]");
            assertThat(rows("SELECT raw_transaction_id, transaction_id FROM transaction_attestations ORDER BY 1"))
                    .containsExactly("[first, t-1]", "[later, t-2]");
        }
    }

    private static OldSource withoutKeys() {
        return OldSource.of(DatabaseKind.SQLITE)
                .table("accounts (id TEXT, name TEXT, type TEXT, balance TEXT)")
                .table("transactions (id TEXT, accountId TEXT, date TEXT, amount TEXT, merchant TEXT, externalId TEXT,"
                        + " updatedAt TEXT)")
                .table("import_batches (id TEXT, accountId TEXT)")
                .table("raw_transactions (id TEXT, accountId TEXT, importBatchId TEXT, rawData TEXT, parsedData TEXT,"
                        + " extractedAt TEXT)")
                .row("accounts", "giro", "Giro", "deposit", "0")
                .row("import_batches", "b-1", "giro");
    }

    @Test
    void keepsWhatAnotherTransactionIsInThePlaceOf() {
        try (OldSource one = withoutKeys();
                OldSource other = withoutKeys()) {
            one.row("transactions", "t-1", "giro", "2026-03-10", "-5", "Kiosk", null, JAN)
                    .adoptInto(database);
            other.row("transactions", "other", "giro", "2026-03-10", "-5", "Kiosk", null, JAN);

            List<TableReceipt> adopted = other.adoptInto(database);

            assertThat(byTable(adopted)).containsEntry("transactions", new Receipt(1, 0, 0, 0, 0, 0, 1));
            assertThat(database.query("SELECT reason FROM adopted_rows").toString())
                    .isEqualTo("[{reason=older}]");
            assertThat(rows("SELECT id FROM transactions")).containsExactly("[t-1]");
        }
    }

    @Test
    void leavesOutOfTheBalanceWhatCannotBeMoney() {
        try (OldSource old = withoutKeys()) {
            old.sql("UPDATE accounts SET balance = '10'");
            old.row("transactions", "t-1", "giro", "20260310", "4.50", null, null, JAN);
            old.row("transactions", "t-2", "giro", "2026-03-10", "1e400000000", null, null, JAN);
            old.row("transactions", "t-3", "giro", "2026-03-10", "99999999999999", null, null, JAN);
            old.row("transactions", "t-4", "giro", "2026-03-10", "0.125", null, null, JAN);

            old.adoptInto(database);

            assertThat(rows("SELECT a.initial_balance, t.id, t.date FROM accounts a"
                            + " JOIN transactions t ON t.account_id = a.id"))
                    .containsExactly("[550, t-1, 2026-03-10]");
            assertThat(OldSource.keptIn(database, "transactions").toString())
                    .contains("invalid-value")
                    .doesNotContain("older");
        }
    }

    @Test
    void takesOffWhatSumsOfFloatingNumbersLeaveBehind() {
        try (OldSource old = OldSource.of(DatabaseKind.SQLITE)
                .table("accounts (id TEXT, name TEXT, type TEXT, balance REAL)")
                .table("transactions (id TEXT, accountId TEXT, date TEXT, amount REAL)")) {
            old.row("accounts", "giro", "Giro", "deposit", 0.1 + 0.2);
            old.row("transactions", "t-1", "giro", "2026-03-10", -0.1);
            old.row("transactions", "t-2", "giro", "2026-03-10", -1.1 - 2.2);
            old.row("transactions", "t-3", "giro", "2026-03-10", 0.125);

            old.adoptInto(database);

            assertThat(rows("SELECT a.initial_balance, t.id, t.amount FROM accounts a"
                            + " JOIN transactions t ON t.account_id = a.id ORDER BY t.id"))
                    .containsExactly("[370, t-1, -10]", "[370, t-2, -330]");
            assertThat(OldSource.keptIn(database, "transactions")).hasSize(1);
        }
    }
}
