package dev.onerow.persistence.kernel;

import dev.onerow.persistence.MergeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of all statements for one table on one database. Each is made once, so that the database keeps its plan.
 *
 * <p>In every text {@code s} is what was handed in, its columns named {@code s0, s1 …} so that no name is ambiguous,
 * and {@code t} the stored row.
 */
final class Statements<T> {
    private final Table<T> table;
    private final Dialect dialect;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    Statements(Table<T> table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    /** The columns that an insert hands in for each row, in order. */
    List<Column<T>> supplied() {
        return table.columns().stream().filter(Column::isSupplied).toList();
    }

    /** The columns that an overwrite hands in for each row: the key, and what may change. */
    List<Column<T>> overwriting() {
        return Stream.concat(table.key().stream(), table.columns().stream().filter(Column::isChangeable))
                .toList();
    }

    /**
     * Inserts rows, merging those whose key is stored by the declared rules; answers every column of the rows that
     * really changed. Parameters: the rows, then the time once for each of {@link #times()}.
     *
     * @param probed look first, so that a row that would change nothing is not even locked
     */
    String upsert(int rows, boolean probed) {
        return texts.computeIfAbsent(
                "upsert " + rows + probed, text -> insert(rows, probed) + onConflictMerge() + returning());
    }

    /**
     * Inserts the rows whose key is not stored, and holds the others as they are; answers the inserted ones.
     * Parameters as {@link #upsert}.
     */
    String claim(int rows) {
        return texts.computeIfAbsent("claim " + rows, text -> {
            String untouched = table.columns().stream()
                    .filter(column -> column.role() != Column.Role.KEY && column.role() != Column.Role.GENERATED)
                    .findFirst()
                    .or(() -> table.key().stream().findFirst())
                    .map(Statements::quoted)
                    .orElseThrow();
            return insert(rows, false) + "\nON CONFLICT (" + keyNames() + ") DO UPDATE SET " + untouched
                    + " = excluded." + untouched + " WHERE false" + returning();
        });
    }

    /**
     * Overwrites stored rows wherever they may change; answers every column of those that really changed.
     * Parameters: the rows of {@link #overwriting()}, then the time if the table keeps when it was updated.
     */
    String overwrite(int rows) {
        return texts.computeIfAbsent("overwrite " + rows, text -> {
            List<Column<T>> handed = overwriting();
            List<String> assignments = new ArrayList<>();
            List<String> differences = new ArrayList<>();
            for (int i = table.key().size(); i < handed.size(); i++) {
                assignments.add(quoted(handed.get(i)) + " = s.s" + i);
                differences.add("t." + quoted(handed.get(i)) + " IS DISTINCT FROM s.s" + i);
            }
            assignments.addAll(movements(this::updatedParameter));
            return "WITH " + source(handed, rows) + "\nUPDATE " + table.qualifiedName() + " AS t\nSET "
                    + String.join(", ", assignments) + "\nFROM onerow_input AS s\nWHERE " + sameKey("t", handed)
                    + "\nAND ("
                    + String.join(" OR ", differences) + ")" + returning();
        });
    }

    /** Reads the rows of some keys. Parameters: the keys. */
    String select(int keys) {
        return texts.computeIfAbsent(
                "select " + keys,
                text -> "WITH " + source(table.key(), keys) + "\nSELECT " + allColumns("t.")
                        + "\nFROM onerow_input AS s CROSS JOIN " + table.qualifiedName() + " AS t\nWHERE "
                        + sameKey("t", table.key()));
    }

    /** Holds the rows of some keys until the transaction ends, in the one order of all writers. Parameters: the keys. */
    String lock(int keys) {
        return texts.computeIfAbsent(
                "lock " + keys,
                text -> "WITH " + source(table.key(), keys) + "\nSELECT 1\nFROM onerow_input AS s CROSS JOIN "
                        + table.qualifiedName() + " AS t\nWHERE " + sameKey("t", table.key()) + "\nORDER BY "
                        + keyOrder("t.")
                        + dialect.lock());
    }

    /** Keeps other writers out of the table until the transaction ends. */
    String holdTable() {
        return dialect.holdTable(table.qualifiedName());
    }

    /** Reads and holds the children of some parents. Parameters: the parents. */
    String childrenOf(Column<T> parent, int parents) {
        return texts.computeIfAbsent(
                "children " + parent.name() + " " + parents,
                text -> "WITH " + source(List.of(parent), parents)
                        + "\nSELECT " + allColumns("t.") + "\nFROM onerow_input AS s CROSS JOIN "
                        + table.qualifiedName()
                        + " AS t\nWHERE t."
                        + quoted(parent)
                        + " = s.s0\nORDER BY " + keyOrder("t.") + dialect.lock());
    }

    /** Deletes the rows of some keys; answers every column of them. Parameters: the keys, then the version if one is expected. */
    String delete(int keys, boolean versioned) {
        return texts.computeIfAbsent(
                "delete " + keys + versioned,
                text -> "WITH " + source(table.key(), keys) + "\nDELETE FROM "
                        + table.qualifiedName() + " AS t\nWHERE (" + keyNames() + ") IN (SELECT * FROM onerow_input)"
                        + (versioned ? "\nAND t." + versionName() + " = " + dialect.parameter(ColumnType.BIGINT) : "")
                        + returning());
    }

    /**
     * Changes some columns of the rows of some keys; answers every column of those that really changed. Parameters:
     * the keys, the values set and the amounts added (in the order of {@code set}, {@code added}), the time if the
     * table keeps it, the expected version if there is one, then the values set and the amounts added again.
     */
    String patch(int keys, List<Column<T>> set, List<Column<T>> added, boolean versioned) {
        String shape = Stream.concat(
                        set.stream().map(c -> "=" + c.name()), added.stream().map(c -> "+" + c.name()))
                .collect(Collectors.joining());
        return texts.computeIfAbsent("patch " + keys + shape + versioned, text -> {
            List<String> assignments = new ArrayList<>();
            List<String> differences = new ArrayList<>();
            for (Column<T> column : set) {
                assignments.add(quoted(column) + " = " + dialect.parameter(column.type()));
                differences.add("t." + quoted(column) + " IS DISTINCT FROM " + dialect.parameter(column.type()));
            }
            for (Column<T> column : added) {
                assignments.add(quoted(column) + " = t." + quoted(column) + " + " + dialect.parameter(column.type()));
                differences.add(dialect.parameter(column.type()) + " <> 0");
            }
            assignments.addAll(movements(this::updatedParameter));
            return "WITH " + source(table.key(), keys) + "\nUPDATE " + table.qualifiedName() + " AS t\nSET "
                    + String.join(", ", assignments) + "\nFROM onerow_input AS s\nWHERE " + sameKey("t", table.key())
                    + (versioned ? "\nAND t." + versionName() + " = " + dialect.parameter(ColumnType.BIGINT) : "")
                    + "\nAND ("
                    + String.join(" OR ", differences) + ")" + returning();
        });
    }

    /** How often the time of the write is handed in for an insert. */
    int times() {
        return (int) table.columns().stream()
                .filter(column -> column.role() == Column.Role.CREATED || column.role() == Column.Role.UPDATED)
                .count();
    }

    /** Whether an update hands in the time. */
    boolean isUpdateTimed() {
        return table.columns().stream().anyMatch(column -> column.role() == Column.Role.UPDATED);
    }

    private String insert(int rows, boolean probed) {
        List<Column<T>> handed = supplied();
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < handed.size(); i++) {
            names.add(quoted(handed.get(i)));
            values.add("s.s" + i);
        }
        for (Column<T> column : table.columns()) {
            if (column.role() == Column.Role.VERSION) {
                names.add(quoted(column));
                values.add("1");
            } else if (column.role() == Column.Role.CREATED || column.role() == Column.Role.UPDATED) {
                names.add(quoted(column));
                values.add(dialect.parameter(column.type()));
            }
        }
        // SQLite needs a WHERE before ON CONFLICT, or it takes the ON for the condition of a join.
        return "WITH " + source(handed, rows) + "\nINSERT INTO " + table.qualifiedName() + " AS t ("
                + String.join(", ", names)
                + ")\nSELECT " + String.join(", ", values) + "\nFROM onerow_input AS s"
                + (probed ? probe(handed) : "\nWHERE true")
                + "\nORDER BY "
                + sourceKeyOrder(handed);
    }

    private String probe(List<Column<T>> handed) {
        String first = quoted(table.key().get(0));
        String join = "\nLEFT JOIN " + table.qualifiedName() + " AS p ON " + sameKey("p", handed) + "\nWHERE p." + first
                + " IS NULL";
        if (table.isAppendOnly()) {
            return join;
        }
        return join + " OR (" + conditions("p", column -> "s.s" + handed.indexOf(column)) + ")";
    }

    private String onConflictMerge() {
        if (table.isAppendOnly()) {
            return "\nON CONFLICT (" + keyNames() + ") DO NOTHING";
        }
        List<String> assignments = new ArrayList<>();
        for (Column<T> column : table.columns()) {
            if (column.isChangeable()) {
                assignments.add(
                        quoted(column) + " = " + merged(column, "t." + quoted(column), "excluded." + quoted(column)));
            }
        }
        assignments.addAll(movements(() -> "excluded." + quoted(updated())));
        return "\nON CONFLICT (" + keyNames() + ") DO UPDATE\nSET " + String.join(", ", assignments) + "\nWHERE "
                + conditions("t", column -> "excluded." + quoted(column));
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

    private List<String> movements(Supplier<String> now) {
        List<String> movements = new ArrayList<>();
        if (table.version() != null) {
            movements.add(versionName() + " = t." + versionName() + " + 1");
        }
        if (isUpdateTimed()) {
            movements.add(quoted(updated()) + " = " + now.get());
        }
        return movements;
    }

    private String updatedParameter() {
        return dialect.parameter(updated().type());
    }

    private Column<T> updated() {
        return table.columns().stream()
                .filter(column -> column.role() == Column.Role.UPDATED)
                .findFirst()
                .orElseThrow();
    }

    private String source(List<Column<T>> handed, int rows) {
        return "onerow_input("
                + Stream.iterate(0, i -> i + 1)
                        .limit(handed.size())
                        .map(i -> "s" + i)
                        .collect(Collectors.joining(", ")) + ") AS (" + dialect.source(handed, rows) + ")";
    }

    private String sameKey(String stored, List<Column<T>> handed) {
        return table.key().stream()
                .map(column -> stored + "." + quoted(column) + " = s.s" + handed.indexOf(column))
                .collect(Collectors.joining(" AND "));
    }

    private String keyOrder(String prefix) {
        return table.key().stream()
                .map(column -> dialect.inOrder(column.type(), prefix + quoted(column)))
                .collect(Collectors.joining(", "));
    }

    private String sourceKeyOrder(List<Column<T>> handed) {
        return table.key().stream()
                .map(column -> dialect.inOrder(column.type(), "s.s" + handed.indexOf(column)))
                .collect(Collectors.joining(", "));
    }

    private String keyNames() {
        return table.key().stream().map(Statements::quoted).collect(Collectors.joining(", "));
    }

    private String returning() {
        return "\nRETURNING " + allColumns(dialect == Dialect.POSTGRESQL ? "t." : "");
    }

    private String allColumns(String prefix) {
        return table.columns().stream().map(column -> prefix + quoted(column)).collect(Collectors.joining(", "));
    }

    private String versionName() {
        return table.columns().stream()
                .filter(column -> column.role() == Column.Role.VERSION)
                .findFirst()
                .map(Statements::quoted)
                .orElseThrow(() -> new IllegalArgumentException("Table " + table.name() + " has no version to expect"));
    }

    private static String quoted(Column<?> column) {
        return Table.quoted(column.name());
    }
}
