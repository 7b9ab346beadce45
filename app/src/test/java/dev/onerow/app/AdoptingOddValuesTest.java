package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.OldShape;
import dev.onerow.persistence.adopting.TableReceipt;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SQLite keeps anything in any column, and one row must not stop the others: neither now, nor at each further try. */
@OnBothDatabases
class AdoptingOddValuesTest {
    private static final String TIME = "2026-01-01T10:00:00Z";
    private static final List<@Nullable String> ODD = Arrays.asList(
            null,
            "",
            " ",
            "?",
            "-1",
            "0.5",
            "1e400",
            "1e400000000",
            "99999999999999999999",
            "0000-01-01",
            "{",
            "[]",
            "{}",
            "[[]]",
            "{\"a\":{}}",
            "null",
            "\u00E9".repeat(300),
            incompressible());

    /** What stands in a column where nothing odd does; nothing in all others. */
    private static final Map<String, String> SOUND = Map.ofEntries(
            Map.entry("name", "Name"),
            Map.entry("sql", "SELECT 1 AS one"),
            Map.entry("type", "deposit"),
            Map.entry("currency_code", "EUR"),
            Map.entry("balance", "10"),
            Map.entry("account_id", "x0"),
            Map.entry("template_id", "x0"),
            Map.entry("category_template_id", "x0"),
            Map.entry("category_id", "x0"),
            Map.entry("ledger_id", "x0"),
            Map.entry("import_batch_id", "x0"),
            Map.entry("raw_data", "raw"),
            Map.entry("date", "2026-03-10"),
            Map.entry("amount", "5"),
            Map.entry("status_code", "404"),
            Map.entry("count", "3"),
            Map.entry("first_seen", TIME),
            Map.entry("last_seen", TIME),
            Map.entry("article_id", "a-1"),
            Map.entry("url", "https://daily.example.com/a"),
            Map.entry("start_time", TIME),
            Map.entry("methods_attempted", "[\"soup\"]"),
            Map.entry("quality_score", "0.5"),
            Map.entry("confidence", "0.5"),
            Map.entry("measurement_timestamp", TIME),
            Map.entry("created_at", TIME));

    private final TestDatabase database;

    AdoptingOddValuesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void startsFromNothing() {
        OldSource.forgetLedger(database);
        OldSource.forget(
                database,
                "extraction_telemetry_v2",
                "http_error_summary",
                "http_error_baseline",
                "pattern_quality_history",
                "pattern_quality_metrics",
                "views_registry",
                "rule_versions",
                "rules");
    }

    @Test
    void accountsForEveryRowWhateverStandsInAColumn() {
        try (OldSource old = OldSource.of(DatabaseKind.SQLITE)) {
            Map<String, Long> rows = new LinkedHashMap<>();
            for (OldShape shape : shapes()) {
                List<String> columns = columns(shape);
                old.table(shape.table() + " (" + String.join(", ", columns) + ")");
                List<String> odd = odd(columns);
                old.sql("INSERT INTO " + shape.table() + " VALUES " + String.join(", ", odd));
                rows.put(shape.table(), (long) odd.size());
            }
            List<TableReceipt> predicted = old.rehearseInto(database);

            List<TableReceipt> adopted = old.adoptInto(database);
            List<TableReceipt> again = old.adoptInto(database);

            SoftAssertions.assertSoftly(softly -> {
                softly.assertThat(adopted).isEqualTo(predicted);
                for (TableReceipt table : adopted) {
                    softly.assertThat(table.receipt().received())
                            .as(table.toString())
                            .isEqualTo(rows.get(table.table()));
                }
                softly.assertThat(again)
                        .allSatisfy(table -> assertThat(table.isUnchanged())
                                .as(table.toString())
                                .isTrue());
            });
        }
    }

    private List<OldShape> shapes() {
        List<OldShape> shapes = new ArrayList<>();
        for (Adoption<?> adoption : database.context().getBeansOfType(Adoption.class)) {
            shapes.add(adoption.shape());
        }
        return shapes;
    }

    private static List<String> columns(OldShape shape) {
        List<String> columns = new ArrayList<>(shape.required());
        columns.addAll(shape.optional());
        return columns;
    }

    /** One row in which all is sound, then for each column one with each odd value. */
    private static List<String> odd(List<String> columns) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        rows.add(sound(columns, 0));
        for (int column = 0; column < columns.size(); column++) {
            for (String value : ODD) {
                List<@Nullable String> row = sound(columns, rows.size());
                row.set(column, value);
                rows.add(row);
            }
        }
        return rows.stream().map(AdoptingOddValuesTest::literal).toList();
    }

    private static List<@Nullable String> sound(List<String> columns, int number) {
        List<@Nullable String> row = new ArrayList<>();
        columns.forEach(column -> row.add(sound(column, number)));
        return row;
    }

    private static @Nullable String sound(String column, int number) {
        return switch (column) {
            case "id", "transaction_id" -> "x" + number;
            case "rule_code" -> "CODE_" + number;
            case "table_name" -> "view_" + number;
            case "operation_id" -> "op-" + number;
            case "pattern_id" -> new UUID(0, number).toString();
            case "host" -> "h" + number + ".example.com";
            case "merchant" -> "Kiosk " + number;
            default -> SOUND.get(column);
        };
    }

    /** Longer than an index takes, and not to be made shorter. */
    private static String incompressible() {
        return new Random(7)
                .ints(6_000, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String literal(Collection<@Nullable String> row) {
        return row.stream()
                .map(value -> value == null
                        ? "NULL"
                        : "'" + Objects.requireNonNull(value).replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
