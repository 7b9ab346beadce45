package dev.onerow.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import io.micronaut.data.model.runtime.RuntimeEntityRegistry;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nothing of it asks the database, but mappings come with one. */
@OnBothDatabases
@WithTables("readings")
class KeyOrderTest {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "ab",
            "b",
            "~",
            "\u007f",
            "þ",
            "ÿ",
            "ā",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "\ud83d\ude00",
            "\ud83d\ude01");

    private final RuntimePersistentEntity<LawRow> mapping;
    private final Table<LawRow> plain;

    KeyOrderTest(TestDatabase database) {
        this.mapping = database.bean(RuntimeEntityRegistry.class).getEntity(LawRow.class);
        this.plain = Declarations.read(mapping);
    }

    @Test
    void isThatOfComparingAllWithAllWhateverTheKey() {
        qt().forAll(integers().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            Table<LawRow> table = keyed(random);
            List<@Nullable Object[]> rows = rows(table, random);
            List<@Nullable Object[]> expected = new ArrayList<>(rows);
            expected.sort(table::compareKeys);

            List<@Nullable Object[]> ordered =
                    Arrays.stream(KeyOrder.of(table, rows)).mapToObj(rows::get).toList();

            assertThat(ordered)
                    .as("key %s", table.key().stream().map(Column::member).toList())
                    .usingElementComparator((left, right) -> left == right ? 0 : 1)
                    .isEqualTo(expected);
        });
    }

    private Table<LawRow> keyed(Random random) {
        List<Column<LawRow>> key = new ArrayList<>(plain.columns().stream()
                .filter(column -> column.type() != ColumnType.JSON)
                .toList());
        Collections.shuffle(key, random);
        return new Table<>(
                mapping.getIntrospection(),
                null,
                plain.name(),
                plain.columns(),
                key.subList(0, 1 + random.nextInt(3)),
                List.of());
    }

    private static List<@Nullable Object[]> rows(Table<LawRow> table, Random random) {
        String beginning = random.nextBoolean() ? "" : "everybody begins with this ";
        int variety = 1 + random.nextInt(60);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = random.nextInt(80); i > 0; i--) {
            @Nullable Object[] row = new @Nullable Object[table.columns().size()];
            for (Column<LawRow> column : table.key()) {
                row[column.position()] = value(column.type(), new Random(random.nextInt(variety)), beginning);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Object value(ColumnType type, Random random, String beginning) {
        long number = random.nextBoolean() ? random.nextInt(100) : random.nextLong();
        return switch (type) {
            case TEXT -> beginning + text(random) + text(random) + random.nextInt(12) + text(random);
            case INTEGER -> (long) (int) number;
            case BIGINT -> number;
            case DOUBLE -> random.nextBoolean() ? random.nextGaussian() : random.nextInt(5) * Double.MIN_VALUE;
            case NUMERIC -> ColumnType.NUMERIC.canonical(BigDecimal.valueOf(number, random.nextInt(3)));
            case BOOLEAN -> random.nextBoolean();
            case UUID -> new UUID(random.nextInt(3) - 1, number);
            case INSTANT ->
                Instant.parse("0001-01-01T00:00:00Z")
                        .plusSeconds(random.nextInt(4))
                        .plusNanos(1_000L * random.nextInt(9));
            case DATE -> LocalDate.of(random.nextBoolean() ? 1 : 9_999, 1 + random.nextInt(12), 1);
            case JSON -> throw new IllegalArgumentException("JSON has no order");
        };
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
