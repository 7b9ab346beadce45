package dev.onerow.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.views.ViewRefused.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OnBothDatabases(postgres = {15, 18})
class ViewRowsTest {
    private final DatabaseKind kind;
    private final Views views;
    private final ViewRows viewRows;
    private final Transactions transactions;

    ViewRowsTest(TestDatabase database) {
        this.kind = database.kind();
        this.views = database.bean(Views.class);
        this.viewRows = database.bean(ViewRows.class);
        this.transactions = database.bean(Transactions.class);
    }

    @Test
    void knowsNoViewThatIsNotThere() {
        assertThat(viewRows.read("nothing", open -> open)).isEmpty();
    }

    @Test
    void givesEveryValueItsType() {
        make(
                "typed",
                switch (kind) {
                    case POSTGRESQL -> """
                        SELECT 1::smallint AS a, 9007199254740993 AS b, 1.50 AS c, true AS d, 'x' AS e, NULL::text AS f,
                               '{"k": [1]}'::jsonb AS g, '\\x00ff'::bytea AS h, 'NaN'::float8 AS i, date '2026-03-01' AS j,
                               timestamptz '2026-03-01 10:00:00.5+02' AS k, timestamp '2026-03-01 10:00:00' AS l,
                               array[1, 2] AS m, 1e300::float8 AS n, timestamp '0044-03-15 00:00:00 BC' AS o,
                               timestamptz '0044-03-15 10:00:00+00 BC' AS p
                        """;
                    case SQLITE -> """
                        SELECT 1 AS a, 9007199254740993 AS b, 1.5 AS c, 1 AS d, 'x' AS e, NULL AS f,
                               json('{"k": [1]}') AS g, x'00ff' AS h, 9e999 AS i, 1e300 AS n
                        """;
                });

        List<@Nullable Object> row = rows("typed", RowQuery.all()).get(0);

        List<@Nullable Object> expected = switch (kind) {
            case POSTGRESQL ->
                Arrays.asList(
                        1L,
                        9007199254740993L,
                        new BigDecimal("1.50"),
                        true,
                        "x",
                        null,
                        new RawJson("{\"k\": [1]}"),
                        "\\x00ff",
                        "NaN",
                        "2026-03-01",
                        "2026-03-01T08:00:00.5Z",
                        "2026-03-01T10:00:00",
                        "{1,2}",
                        new BigDecimal("1e+300"),
                        "0044-03-15T00:00:00 BC",
                        "0044-03-15T10:00:00Z BC");
            case SQLITE ->
                Arrays.asList(
                        1L,
                        9007199254740993L,
                        new BigDecimal("1.5"),
                        1L,
                        "x",
                        null,
                        "{\"k\":[1]}",
                        "\\x00ff",
                        "Infinity",
                        new BigDecimal("1.0E+300"));
        };
        assertThat(row).isEqualTo(expected);
    }

    @Test
    void pagesInTheOrderOfAllColumns() {
        make(
                "pairs",
                "SELECT 2 AS a, 'x' AS b UNION ALL SELECT 1, 'b' UNION ALL SELECT 1, 'B' UNION ALL SELECT NULL, 'a'");

        var all = rows("pairs", new RowQuery(null, false, true, null, null, 0));
        var page = rows("pairs", new RowQuery(null, false, true, null, 2, 1));

        assertThat(all).containsExactly(list(1L, "B"), list(1L, "b"), list(2L, "x"), list(null, "a"));
        assertThat(page).containsExactly(list(1L, "b"), list(2L, "x"));
    }

    @Test
    void sortsAscendingWithNullsLastAndDescendingWithNullsFirst() {
        make(
                "pairs2",
                "SELECT 2 AS a, 'x' AS b UNION ALL SELECT 1, NULL UNION ALL SELECT 1, 'B' UNION ALL SELECT NULL, 'a'");

        assertThat(rows("pairs2", new RowQuery("b", false, true, null, null, 0)))
                .containsExactly(list(1L, "B"), list(null, "a"), list(2L, "x"), list(1L, null));
        assertThat(rows("pairs2", new RowQuery("a", true, true, null, null, 0)))
                .containsExactly(list(null, "a"), list(2L, "x"), list(1L, "B"), list(1L, null));
    }

    @Test
    void sortsWhatHasNoOrderAsText() {
        make(
                "unordered",
                switch (kind) {
                    case POSTGRESQL ->
                        "SELECT point '(2,1)' AS p, '{\"b\": 1}'::json AS j UNION ALL SELECT point '(1,1)', '{\"a\": 1}'";
                    case SQLITE -> "SELECT '(2,1)' AS p, '{\"b\":1}' AS j UNION ALL SELECT '(1,1)', '{\"a\":1}'";
                });

        assertThat(rows("unordered", new RowQuery(null, false, true, null, null, 0)))
                .extracting(row -> row.get(0))
                .containsExactly("(1,1)", "(2,1)");
    }

    @Test
    void findsTextInAnyCellWhateverTheCaseOfItsAsciiLetters() {
        make("texts", "SELECT 1 AS id, '100% Ähre' AS t UNION ALL SELECT 10, 'other_one' UNION ALL SELECT 20, NULL");

        assertThat(ids("texts", "OTHER")).containsExactly(10L);
        assertThat(ids("texts", "%")).containsExactly(1L);
        assertThat(ids("texts", "_")).containsExactly(10L);
        assertThat(ids("texts", "1")).containsExactly(1L, 10L);
        assertThat(ids("texts", "ähre")).isEmpty();
        assertThat(ids("texts", "'; --")).isEmpty();
    }

    @Test
    void streamsManyRowsOfAnyWidth() {
        make(
                "many",
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)" + " SELECT i, '"
                        + "x".repeat(2_000) + "' AS pad FROM n");

        long sum = viewRows.read("many", open -> {
                    long total = 0;
                    try (var rows = open.rows(RowQuery.all())) {
                        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                            total += (Long)
                                    Objects.requireNonNull(row.get().values().get(0));
                        }
                    }
                    return total;
                })
                .orElseThrow();

        assertThat(sum).isEqualTo(20_000L * 20_001 / 2);
    }

    @Test
    void saysTheSameOfAValueBeyondItsType() {
        make(
                "beyond",
                switch (kind) {
                    case POSTGRESQL -> "SELECT 2147483647 + i AS y FROM generate_series(0, 5) i";
                    case SQLITE -> "SELECT zeroblob(2000000000 + x) AS y FROM (SELECT 1 AS x)";
                });

        assertThatThrownBy(() -> rows("beyond", RowQuery.all()))
                .asInstanceOf(type(ViewRefused.class))
                .extracting(ViewRefused::reason)
                .isEqualTo(new Reason.Unreadable("beyond"));
    }

    @Test
    void saysThatAViewCannotBeRead() {
        make(
                "broken",
                switch (kind) {
                    case POSTGRESQL -> "SELECT 1 / (i - 3) AS y FROM generate_series(1, 5) i";
                    case SQLITE -> "SELECT abs(-9223372036854775807 - x) AS y FROM (SELECT 1 AS x)";
                });

        assertThatThrownBy(() -> rows("broken", RowQuery.all()))
                .asInstanceOf(type(ViewRefused.class))
                .extracting(ViewRefused::reason)
                .isEqualTo(new Reason.Unreadable("broken"));
    }

    @Test
    void readsAViewWhoseColumnsChangeBetweenTwoReads() {
        make("moving", "SELECT 1 AS a");
        assertThat(rows("moving", RowQuery.all())).containsExactly(list(1L));

        make("moving", "SELECT 'x' AS b, 2 AS a");

        assertThat(rows("moving", RowQuery.all())).containsExactly(list("x", 2L));
    }

    private void make(String name, String select) {
        transactions.write(() -> {
            views.lock();
            return views.replace(name, select, sql -> Set.of());
        });
    }

    private List<Object> ids(String view, String contains) {
        return rows(view, new RowQuery(null, false, true, contains, null, 0)).stream()
                .map(row -> Objects.requireNonNull(row.get(0)))
                .toList();
    }

    private List<List<@Nullable Object>> rows(String view, RowQuery query) {
        return viewRows.read(view, open -> {
                    List<List<@Nullable Object>> all = new ArrayList<>();
                    try (var rows = open.rows(query)) {
                        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                            all.add(row.get().values());
                        }
                    }
                    return all;
                })
                .orElseThrow();
    }

    private static List<@Nullable Object> list(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
