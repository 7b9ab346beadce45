package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class FilteringByTagsTest {
    /** More than PostgreSQL takes as parameters of one statement; SQLite takes 250,000 of them here. */
    private static final int SETS_OF_TAGS = 66_000;

    private final TestDatabase database;
    private final Service service;

    FilteringByTagsTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void aLedger() {
        service.empty();
        service.account("giro", "deposit");
        service.saved("/category-templates/t", "{'name':'T','categories':[{'id':'food','name':'Food'}]}");
        ledger("{}");
    }

    @Test
    void takesAnyNumberOfSetsOfTags() {
        transactionsWithTheirOwnTags();
        ledger("{'include_tags':['tax'],'exclude_tags':['receipt-7','private']}");

        assertThat(service.get("/ledgers/l/transactions?limit=2").each("id")).containsExactly("t-1", "t-10");
        assertThat(service.get("/ledgers/l/statistics").at("total_transactions"))
                .isEqualTo(String.valueOf(SETS_OF_TAGS - 1));

        ledger("{'exclude_tags':['tax']}");

        assertThat(service.get("/ledgers/l/transactions").each("id")).isEmpty();
        assertThat(service.get("/ledgers/l/monthly").each("year")).isEmpty();
    }

    @Test
    void tellsTagsApartWhateverCharactersTheyHave() {
        List<String> tags = List.of("a", "a\\\"b", "a\\\\", "[\\\"a\\\"]", "a, b", "\u00e4\uD83D\uDE00", "A", "c\\nd");
        IntStream.range(0, tags.size()).forEach(i -> {
            service.transaction("t-" + i, "2026-03-0" + (i + 1), "1", "M");
            service.saved(
                    "/ledgers/l/transactions/t-" + i + "/category",
                    "{'category_id':'food','tags':['z','" + tags.get(i) + "']}");
        });

        IntStream.range(0, tags.size()).forEach(i -> {
            ledger("{'include_tags':['" + tags.get(i) + "']}");
            assertThat(service.get("/ledgers/l/transactions").each("id")).containsExactly("t-" + i);
            ledger("{'exclude_tags':['" + tags.get(i) + "']}");
            assertThat(service.get("/ledgers/l/statistics").at("total_transactions"))
                    .isEqualTo(String.valueOf(tags.size() - 1));
        });
    }

    private void ledger(String rules) {
        service.saved("/ledgers/l", "{'name':'L','category_template_id':'t','rules':" + rules + "}");
    }

    private void transactionsWithTheirOwnTags() {
        boolean isSqlite = database.kind() == DatabaseKind.SQLITE;
        String now = isSqlite ? "'2026-01-01T00:00:00.000000Z'" : "TIMESTAMPTZ '2026-01-01T00:00:00Z'";
        String numbers =
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + SETS_OF_TAGS + ")";
        database.sql("INSERT INTO transactions (id, account_id, date, amount, sequence_number, flow, fingerprint,"
                + " occurrence_number, origin, version, created_at, updated_at) " + numbers
                + " SELECT 't-' || i, 'giro', " + (isSqlite ? "'2026-03-01'" : "DATE '2026-03-01'")
                + ", 1, 0, 'flow_in', 'f' || i, 1, 'import', 1, " + now + ", " + now + " FROM n");
        String tags = "'[\"receipt-' || i || '\",\"tax\"]'";
        database.sql("INSERT INTO transaction_category_mappings (id, transaction_id, ledger_id, category_id, tags,"
                + " assigned_by, assigned_at, version, created_at, updated_at) " + numbers
                + " SELECT 'm-' || i, 't-' || i, 'l', 'food', " + (isSqlite ? tags : "CAST(" + tags + " AS jsonb)")
                + ", 'manual', " + now + ", 1, " + now + ", " + now + " FROM n");
    }
}
