package dev.onerow.persistence.kernel;

import dev.onerow.persistence.MergeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The parts that the statements for one table are made of: the merge rules in their SQL form, the key, the order.
 *
 * <p>In every text {@code s} is what was handed in, its columns named {@code s0, s1 …} so that no name is ambiguous,
 * and {@code t} the stored row.
 */
final class Clauses<T> {
    private final Table<T> table;
    private final Dialect dialect;

    Clauses(Table<T> table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    /** Inserts rows of all columns that are handed in or supplied by the kernel, merging those whose key is stored. */
    String upsert(String rows) {
        return insert(rows, merge());
    }

    /** Inserts rows as {@link #upsert}; those whose key is stored are locked and left as they are. */
    String claim(String rows) {
        return insert(rows, hold());
    }

    private String insert(String rows, String onConflict) {
        String names = Stream.concat(table.supplied().stream(), suppliedByKernel().stream())
                .map(Clauses::quoted)
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table.qualifiedName() + " AS t (" + names + ")\n" + rows + "\nON CONFLICT ("
                + keyNames() + ") " + onConflict;
    }

    /** The values that are inserted, given those of the columns handed in. */
    String inserted(Function<Integer, String> handed) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < table.supplied().size(); i++) {
            values.add(handed.apply(i));
        }
        for (Column<T> column : suppliedByKernel()) {
            values.add(column.role() == Column.Role.VERSION ? "1" : dialect.parameter(column.type()));
        }
        return String.join(", ", values);
    }

    private List<Column<T>> suppliedByKernel() {
        return table.columns().stream()
                .filter(column -> !column.isSupplied() && column.role() != Column.Role.GENERATED)
                .toList();
    }

    /** The condition that leaves only rows that would change something, and the join that it needs. */
    String probe() {
        List<Column<T>> handed = table.supplied();
        String join = "\nLEFT JOIN " + table.qualifiedName() + " AS p ON " + sameKey("p", handed) + "\nWHERE p."
                + quoted(table.key().get(0)) + " IS NULL";
        return table.isAppendOnly()
                ? join
                : join + " OR (" + conditions("p", column -> "s.s" + handed.indexOf(column)) + ")";
    }

    private String merge() {
        if (table.isAppendOnly()) {
            return "DO NOTHING";
        }
        List<String> assignments = new ArrayList<>();
        for (Column<T> column : table.columns()) {
            if (column.isChangeable()) {
                assignments.add(
                        quoted(column) + " = " + merged(column, "t." + quoted(column), "excluded." + quoted(column)));
            }
        }
        assignments.addAll(movements(() -> "excluded." + quoted(updated())));
        return "DO UPDATE\nSET " + String.join(", ", assignments) + "\nWHERE "
                + conditions("t", column -> "excluded." + quoted(column));
    }

    private String hold() {
        String untouched = table.columns().stream()
                .filter(column -> column.role() != Column.Role.KEY && column.role() != Column.Role.GENERATED)
                .findFirst()
                .or(() -> table.key().stream().findFirst())
                .map(Clauses::quoted)
                .orElseThrow();
        return "DO UPDATE SET " + untouched + " = excluded." + untouched + " WHERE false";
    }

    private String conditions(String stored, Function<Column<T>, String> incoming) {
        String changes = table.columns().stream()
                .filter(Column::isChangeable)
                .map(column -> change(column, stored + "." + quoted(column), incoming.apply(column)))
                .collect(Collectors.joining(" OR ", "(", ")"));
        if (table.newerBy().isEmpty()) {
            return changes;
        }
        String newer = table.newerBy().stream()
                .map(column -> dialect.inOrder(column.type(), incoming.apply(column)))
                .collect(Collectors.joining(", ", "(", ")"));
        String older = table.newerBy().stream()
                .map(column -> dialect.inOrder(column.type(), stored + "." + quoted(column)))
                .collect(Collectors.joining(", ", "(", ")"));
        return newer + " >= " + older + " AND " + changes;
    }

    private String merged(Column<T> column, String stored, String incoming) {
        return switch (column.rule()) {
            case REPLACE -> incoming;
            case KEEP -> stored;
            case ADD -> stored + " + " + incoming;
            case LEAST -> dialect.least(column.type(), stored, incoming);
            case GREATEST -> dialect.greatest(column.type(), stored, incoming);
            case COALESCE -> "coalesce(" + incoming + ", " + stored + ")";
        };
    }

    private String change(Column<T> column, String stored, String incoming) {
        return column.rule() == MergeRule.ADD
                ? incoming + " <> 0"
                : merged(column, stored, incoming) + " IS DISTINCT FROM " + stored;
    }

    /** The assignments that go with every real change. */
    List<String> movements(Supplier<String> now) {
        List<String> movements = new ArrayList<>();
        if (table.version() != null) {
            movements.add(versionName() + " = t." + versionName() + " + 1");
        }
        if (table.isUpdateTimed()) {
            movements.add(quoted(updated()) + " = " + now.get());
        }
        return movements;
    }

    String updatedParameter() {
        return dialect.parameter(updated().type());
    }

    private Column<T> updated() {
        return table.columns().stream()
                .filter(column -> column.role() == Column.Role.UPDATED)
                .findFirst()
                .orElseThrow();
    }

    /** The rows handed in under the name {@code onerow_input}. */
    String source(List<Column<T>> handed, boolean many) {
        String names = IntStream.range(0, handed.size()).mapToObj(i -> "s" + i).collect(Collectors.joining(", "));
        return "WITH onerow_input(" + names + ") AS (" + (many ? dialect.manyRows(handed) : dialect.oneRow(handed))
                + ")\n";
    }

    String sameKey(String stored, List<Column<T>> handed) {
        return table.key().stream()
                .map(column -> stored + "." + quoted(column) + " = s.s" + handed.indexOf(column))
                .collect(Collectors.joining(" AND "));
    }

    /** The one order of all writers, of stored rows. */
    String keyOrder() {
        return keyOrder(column -> "t." + quoted(column));
    }

    /** The one order of all writers, of the rows handed in. */
    String handedOrder() {
        return keyOrder(column -> "s.s" + table.supplied().indexOf(column));
    }

    private String keyOrder(Function<Column<T>, String> expression) {
        return "\nORDER BY "
                + table.key().stream()
                        .map(column -> dialect.inOrder(column.type(), expression.apply(column)))
                        .collect(Collectors.joining(", "));
    }

    String keyNames() {
        return table.key().stream().map(Clauses::quoted).collect(Collectors.joining(", "));
    }

    /** Every column of the rows that really changed. */
    String returning() {
        return "\nRETURNING " + allColumns(dialect.returned());
    }

    /** Whether a changed row was inserted, as 1 or 0. */
    String isInserted() {
        return table.version() == null ? "1" : "CAST(" + dialect.returned() + versionName() + " = 1 AS integer)";
    }

    String allColumns(String prefix) {
        return table.columns().stream().map(column -> prefix + quoted(column)).collect(Collectors.joining(", "));
    }

    String versionName() {
        return table.columns().stream()
                .filter(column -> column.role() == Column.Role.VERSION)
                .findFirst()
                .map(Clauses::quoted)
                .orElseThrow(() -> new IllegalArgumentException("Table " + table.name() + " has no version to expect"));
    }

    static String quoted(Column<?> column) {
        return Table.quoted(column.name());
    }
}
