package dev.onerow.persistence.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of all statements for one table on one database. Each is made once, so that the database keeps its plan:
 * one text for a single row, and one for any number of them. Thread-safe.
 */
final class Statements<T> {
    private final Table<T> table;
    private final Dialect dialect;
    private final Clauses<T> clauses;
    private final int rowsOfValues;
    private final List<Column<T>> overwriting;
    private final Map<String, Text> texts = new ConcurrentHashMap<>();

    /**
     * A statement in both forms.
     *
     * @param one takes the values of one row
     * @param many takes an array for each column, or as many rows as the transport groups; empty where there is
     *     no such form
     */
    record Text(String one, String many) {}

    Statements(Table<T> table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
        this.clauses = new Clauses<>(table, dialect);
        this.rowsOfValues = dialect.transport().rowsOfValues();
        this.overwriting = Stream.concat(
                        table.key().stream(), table.columns().stream().filter(Column::isChangeable))
                .toList();
    }

    /** The columns that an overwrite hands in for each row: the key, and what may change. */
    List<Column<T>> overwriting() {
        return overwriting;
    }

    /**
     * Inserts rows, merging those whose key is stored by the declared rules; answers every column of the rows that
     * really changed. Parameters: the rows, then the time once for each of {@link Table#times()}.
     *
     * @param probed look first, so that a row that would change nothing is not even locked
     */
    Text upsert(boolean probed) {
        return inserting(
                probed ? "probed upsert" : "upsert",
                probed,
                many -> source(many, probed) + clauses.upsert(rows(many, probed)) + clauses.returning());
    }

    /** As {@link #upsert}; answers how many rows were inserted, and how many really changed, to be added up. */
    Text count(boolean probed) {
        return inserting(probed ? "probed count" : "count", probed, many -> {
            String upsert = clauses.upsert(rows(many, probed)) + "\nRETURNING " + clauses.isInserted();
            return many && rowsOfValues == 0
                    ? source(true, probed).stripTrailing() + ", onerow_written(inserted) AS (\n" + upsert
                            + ")\nSELECT coalesce(sum(inserted), 0), count(*) FROM onerow_written"
                    : source(many, probed) + upsert + ", 1";
        });
    }

    /** As {@link #upsert} without looking first; answers no row. */
    Text write() {
        return inserting("write", false, many -> source(many, false) + clauses.upsert(rows(many, false)));
    }

    /**
     * Inserts the rows whose key is not stored, and holds the others as they are; answers the inserted ones.
     * Parameters as {@link #upsert}.
     */
    Text claim() {
        return inserting(
                "claim", false, many -> source(many, false) + clauses.claim(rows(many, false)) + clauses.returning());
    }

    /**
     * Overwrites stored rows wherever they may change; answers every column of those that really changed.
     * Parameters: the rows of {@link #overwriting()}, then the time if the table keeps when it was updated.
     */
    Text overwrite() {
        return overwrite("overwrite", "");
    }

    /** The same for rows in one state. Parameters besides: the {@link Table#stateColumns()}. */
    Text overwriteState() {
        return overwrite(
                "overwrite state",
                table.stateColumns().stream()
                        .map(column -> "\nAND t." + Clauses.quoted(column) + " = " + dialect.parameter(column.type()))
                        .collect(Collectors.joining()));
    }

    private Text overwrite(String name, String condition) {
        return text(name, many -> {
            List<String> assignments = new ArrayList<>();
            List<String> differences = new ArrayList<>();
            for (int i = table.key().size(); i < overwriting.size(); i++) {
                String column = Clauses.quoted(overwriting.get(i));
                assignments.add(column + " = s.s" + i);
                differences.add("t." + column + " IS DISTINCT FROM s.s" + i);
            }
            assignments.addAll(clauses.movements(clauses::updatedParameter));
            return update(overwriting, many, assignments, condition, differences);
        });
    }

    /** Reads the rows of some keys. Parameters: the keys. */
    Text select() {
        return text("select", many -> fromStored(table.key(), many, "SELECT " + clauses.allColumns("t.")));
    }

    /** Reads those rows of some keys that refer to a row that is not there. Parameters: the keys. */
    Text orphans(DeferredConstraints.ForeignKey key) {
        List<String> filled = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String column = "t." + Table.quoted(key.columns().get(i));
            filled.add("\nAND " + column + " IS NOT NULL");
            same.add("p." + Table.quoted(key.parentColumns().get(i)) + " = " + column);
        }
        return text(
                "orphans " + key.columns(),
                many -> fromStored(table.key(), many, "SELECT " + clauses.allColumns("t.")) + String.join("", filled)
                        + "\nAND NOT EXISTS (SELECT 1 FROM " + key.parent() + " AS p WHERE "
                        + String.join(" AND ", same) + ")");
    }

    /** Counts the stored rows of some keys. Parameters: the keys. */
    Text present() {
        return text("present", many -> fromStored(table.key(), many, "SELECT count(*)"));
    }

    /** Holds the rows of some keys until the transaction ends, in the one order of all writers. Parameters: the keys. */
    Text lock() {
        return text("lock", many -> fromStored(table.key(), many, "SELECT 1") + clauses.keyOrder() + dialect.lock());
    }

    /** Keeps other writers out of the table until the transaction ends. */
    String holdTable() {
        return dialect.holdTable(table.qualifiedName());
    }

    /** Reads and holds the children of some parents. Parameters: the parents. */
    Text childrenOf(Column<T> parent) {
        return text(
                "children of " + parent.name(),
                many -> clauses.source(List.of(parent), many)
                        + "SELECT " + clauses.allColumns("t.") + "\nFROM onerow_input AS s CROSS JOIN "
                        + table.qualifiedName() + " AS t\nWHERE t." + Clauses.quoted(parent) + " = s.s0"
                        + clauses.keyOrder() + dialect.lock());
    }

    /** Deletes the rows of some keys; answers every column of them. Parameters: the keys, then the version if one is expected. */
    Text delete(boolean versioned) {
        return text(
                versioned ? "delete version" : "delete",
                many -> clauses.source(table.key(), many) + "DELETE FROM " + table.qualifiedName() + " AS t\nWHERE ("
                        + clauses.keyNames() + ") IN (SELECT * FROM onerow_input)" + version(versioned)
                        + clauses.returning());
    }

    /**
     * Changes some columns of the rows of some keys; answers every column of those that really changed. Parameters:
     * the keys, the values set and the amounts added (in the order of {@code set}, {@code added}), the time if the
     * table keeps it, the expected version if there is one, then the values set and the amounts added again.
     */
    Text patch(List<Column<T>> set, List<Column<T>> added, boolean versioned) {
        String shape = Stream.concat(
                        set.stream().map(c -> "=" + c.name()), added.stream().map(c -> "+" + c.name()))
                .collect(Collectors.joining());
        return text("patch " + versioned + shape, many -> {
            List<String> assignments = new ArrayList<>();
            List<String> differences = new ArrayList<>();
            for (Column<T> column : set) {
                String name = Clauses.quoted(column);
                assignments.add(name + " = " + dialect.parameter(column.type()));
                differences.add("t." + name + " IS DISTINCT FROM " + dialect.parameter(column.type()));
            }
            for (Column<T> column : added) {
                String name = Clauses.quoted(column);
                assignments.add(name + " = t." + name + " + " + dialect.parameter(column.type()));
                differences.add(dialect.parameter(column.type()) + " <> 0");
            }
            assignments.addAll(clauses.movements(clauses::updatedParameter));
            return update(table.key(), many, assignments, version(versioned), differences);
        });
    }

    /** Whether rows are inserted from values; else from a query over what was handed in. */
    private boolean areValues(boolean many, boolean probed) {
        return !probed && (!many || rowsOfValues > 0);
    }

    private String source(boolean many, boolean probed) {
        return areValues(many, probed) ? "" : clauses.source(table.supplied(), many);
    }

    // SQLite needs a WHERE before ON CONFLICT, or it takes the ON for a join's.
    private String rows(boolean many, boolean probed) {
        if (areValues(many, probed)) {
            String row = "("
                    + clauses.inserted(
                            i -> dialect.parameter(table.supplied().get(i).type())) + ")";
            return "VALUES " + String.join(", ", Collections.nCopies(many ? rowsOfValues : 1, row));
        }
        return "SELECT " + clauses.inserted(i -> "s.s" + i) + "\nFROM onerow_input AS s"
                + (probed ? clauses.probe() : "\nWHERE true") + clauses.handedOrder();
    }

    private String update(
            List<Column<T>> handed,
            boolean many,
            List<String> assignments,
            String condition,
            List<String> differences) {
        return clauses.source(handed, many) + "UPDATE " + table.qualifiedName() + " AS t\nSET "
                + String.join(", ", assignments) + "\nFROM onerow_input AS s\nWHERE " + clauses.sameKey("t", handed)
                + condition + "\nAND (" + String.join(" OR ", differences) + ")" + clauses.returning();
    }

    private String fromStored(List<Column<T>> handed, boolean many, String select) {
        return clauses.source(handed, many) + select + "\nFROM onerow_input AS s CROSS JOIN " + table.qualifiedName()
                + " AS t\nWHERE " + clauses.sameKey("t", handed);
    }

    private String version(boolean expected) {
        return expected ? "\nAND t." + clauses.versionName() + " = " + dialect.parameter(ColumnType.BIGINT) : "";
    }

    /** Rows that are inserted from values can come several at once on both databases; looking first takes a query. */
    private Text inserting(String name, boolean probed, Function<Boolean, String> maker) {
        boolean several = rowsOfValues == 0 || !probed;
        return texts.computeIfAbsent(name, key -> new Text(maker.apply(false), several ? maker.apply(true) : ""));
    }

    private Text text(String name, Function<Boolean, String> maker) {
        return texts.computeIfAbsent(
                name, key -> new Text(maker.apply(false), rowsOfValues == 0 ? maker.apply(true) : ""));
    }
}
