package dev.onerow.persistence.kernel;

import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.MergeRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quicktheories.core.Gen;

/** Declarations, rows and batches, with few different values, so that keys and contents often meet. */
final class LawGenerators {
    private static final Map<ColumnType, List<MergeRule>> FITTING = Map.of(
            ColumnType.BIGINT, List.of(MergeRule.values()),
            ColumnType.TEXT, without(MergeRule.ADD),
            ColumnType.INSTANT, without(MergeRule.ADD),
            ColumnType.DOUBLE, without(MergeRule.ADD),
            ColumnType.UUID, without(MergeRule.ADD),
            ColumnType.DATE, without(MergeRule.ADD));
    private static final List<MergeRule> UNORDERED = List.of(MergeRule.REPLACE, MergeRule.KEEP, MergeRule.COALESCE);
    private static final List<MergeRule> GUARDED = List.of(MergeRule.REPLACE, MergeRule.KEEP);

    private static final List<@Nullable String> WORDS =
            nullable(List.of("", "a", "A", "é", "\uffff", "\ud83d\ude00", "it''s \"quoted\" \\ ?", "2026-01-01"));
    private static final List<@Nullable Instant> MOMENTS = nullable(List.of(
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("1969-12-31T23:59:59.999999999Z"),
            Instant.parse("2026-03-01T08:00:00.000001Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z")));
    private static final List<@Nullable Double> LEVELS =
            nullable(List.of(0.0, -0.0, 0.1, -1e300, Double.MIN_VALUE, 12_345_678.901));
    private static final List<@Nullable Json> DETAILS = nullable(List.of(
            Json.parse("{}"),
            Json.parse("{\"b\":1.0,\"a\":[true,null]}"),
            Json.parse("{\"a\":[true,null],\"b\":1}"),
            Json.NULL));
    private static final List<@Nullable UUID> TOKENS =
            nullable(List.of(new UUID(0, 0), new UUID(-1, 5), UUID.fromString("2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8")));
    private static final List<@Nullable LocalDate> DAYS =
            nullable(List.of(LocalDate.of(1, 1, 1), LocalDate.of(2024, 2, 29), LocalDate.of(9999, 12, 31)));
    private static final List<@Nullable BigDecimal> PRICES = nullable(List.of(
            BigDecimal.ZERO,
            new BigDecimal("1.0"),
            new BigDecimal("1.00"),
            new BigDecimal("1E+3"),
            new BigDecimal("-0.001")));

    private LawGenerators() {}

    /** The seed of a declaration: what rule each column has, and whether a revision guards it. */
    static Gen<Integer> declarations() {
        return integers().between(0, Integer.MAX_VALUE - 1);
    }

    /** The table with rules chosen by a seed, all of which a declaration may have. */
    static Table<LawRow> declared(Table<LawRow> plain, int seed) {
        Random random = new Random(seed);
        boolean guarded = random.nextInt(3) == 0;
        List<Column<LawRow>> columns = new ArrayList<>();
        for (Column<LawRow> column : plain.columns()) {
            List<MergeRule> fitting = guarded ? GUARDED : FITTING.getOrDefault(column.type(), UNORDERED);
            boolean free = column.role() == Column.Role.DATA && !column.member().equals("revision");
            columns.add(free ? with(column, fitting.get(random.nextInt(fitting.size()))) : column);
        }
        return plain.with(columns, guarded ? List.of("revision") : List.of());
    }

    /** The table with one rule for every column that it fits, and KEEP for the others. */
    static Table<LawRow> declared(Table<LawRow> plain, MergeRule rule) {
        List<Column<LawRow>> columns = new ArrayList<>();
        for (Column<LawRow> column : plain.columns()) {
            boolean fits = FITTING.getOrDefault(column.type(), UNORDERED).contains(rule);
            boolean free = column.role() == Column.Role.DATA;
            columns.add(free ? with(column, fits ? rule : MergeRule.COALESCE) : column);
        }
        return plain.with(columns, List.of());
    }

    static Gen<List<LawRow>> batches() {
        return lists().of(rows()).ofSizeBetween(1, 12);
    }

    static Gen<List<List<LawRow>>> runs() {
        return lists().of(batches()).ofSizeBetween(1, 4);
    }

    private static Gen<LawRow> rows() {
        return longs().between(0, Long.MAX_VALUE - 1).map(seed -> row(new Random(seed)));
    }

    private static LawRow row(Random random) {
        return new LawRow(
                null,
                pick(random, List.of("", "b", "B", "\ud83d\ude00")),
                random.nextInt(2),
                random.nextInt(4),
                random.nextInt(7) - 3,
                pick(random, WORDS),
                pick(random, MOMENTS),
                pick(random, LEVELS),
                pick(random, DETAILS),
                pick(random, nullable(List.of(true, false))),
                pick(random, TOKENS),
                pick(random, DAYS),
                pick(random, PRICES),
                0,
                null,
                null);
    }

    private static Column<LawRow> with(Column<LawRow> column, MergeRule rule) {
        return new Column<>(column.position(), column.role(), rule, column.type(), column.nullable(), column.mapping());
    }

    private static List<MergeRule> without(MergeRule rule) {
        return List.of(MergeRule.values()).stream()
                .filter(other -> other != rule)
                .toList();
    }

    private static <T> List<@Nullable T> nullable(List<T> values) {
        List<@Nullable T> list = new ArrayList<>(values);
        list.add(null);
        return list;
    }

    private static <T extends @Nullable Object> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
