package dev.onerow.persistence.kernel;

import dev.onerow.persistence.SchemaProof.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds one declared table against the live one. */
final class TableProof {
    private final Table<?> table;
    private final Statements<?> statements;
    private final TableDefinition definition;
    private final Catalogue catalogue;
    private final Connection connection;
    private final LiveTable live;
    private final List<Finding> findings = new ArrayList<>();

    private TableProof(Table<?> table, Dialect dialect, Catalogue catalogue, Connection connection)
            throws SQLException {
        this.table = table;
        this.statements = new Statements<>(table, dialect);
        this.definition = new TableDefinition(table, catalogue);
        this.catalogue = catalogue;
        this.connection = connection;
        this.live = catalogue.read(connection, table);
    }

    static TableProof of(Table<?> table, Dialect dialect, Catalogue catalogue, Connection connection)
            throws SQLException {
        TableProof proof = new TableProof(table, dialect, catalogue, connection);
        proof.prove();
        return proof;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether there is no such table, and no obstacle that hides it. */
    boolean isAbsent() {
        return !live.exists() && live.notices().isEmpty();
    }

    List<LiveTable.Sequence> sequences() {
        return live.sequences();
    }

    private void prove() throws SQLException {
        if (!live.exists()) {
            addNotices();
            if (isAbsent()) {
                defect("there is no such table", List.of(), List.of(definition.createTable()));
            }
            return;
        }
        if (live.obstacle() != null) {
            defect(live.obstacle(), List.of(), List.of());
            return;
        }
        for (Column<?> column : table.columns()) {
            proveColumn(column, live.column(column.name()).orElse(null));
        }
        proveUnsuppliedColumns();
        proveTarget();
        addNotices();
        if (findings.stream().noneMatch(Finding::isDefect)) {
            provePlans();
        }
    }

    private void addNotices() {
        for (LiveTable.Notice notice : live.notices()) {
            findings.add(new Finding(table.name(), notice.fatal(), notice.text(), List.of(), notice.repair()));
        }
    }

    private void proveColumn(Column<?> column, LiveTable.@Nullable LiveColumn found) throws SQLException {
        if (found == null) {
            defect(
                    "has no column " + column.name(),
                    List.of(),
                    column.role() == Column.Role.GENERATED
                            ? catalogue.addIdentity(connection, table, column)
                            : List.of(definition.addColumn(column)));
            return;
        }
        if (!catalogue.keeps(column.type(), found.type())) {
            defect(
                    "column " + column.name() + " is " + found.type() + ", which does not keep "
                            + catalogue.typeName(column.type()),
                    List.of(),
                    catalogue.retype(connection, table, column));
            return;
        }
        if (column.role() == Column.Role.GENERATED) {
            if (!found.filled()) {
                defect(
                        "column " + column.name() + " is not filled by the database, as @GeneratedValue says",
                        List.of(),
                        List.of());
            }
            return;
        }
        if (found.computed()) {
            defect(
                    "column " + column.name() + " is computed by the database: declare it @GeneratedValue",
                    List.of(),
                    List.of());
        }
        if (column.role() == Column.Role.KEY && !found.byteOrdered()) {
            defect(
                    "key column " + column.name() + " has a collation for which different texts are equal",
                    List.of(),
                    catalogue.recollate(connection, table, column));
        }
        proveNullability(column, found);
    }

    private void proveNullability(Column<?> column, LiveTable.LiveColumn found) throws SQLException {
        boolean mayBeNull = column.role() == Column.Role.DATA && column.nullable();
        boolean supplied = column.isSupplied() || column.role() == Column.Role.VERSION;
        if (!mayBeNull && supplied && !found.notNull()) {
            String name = Table.quoted(column.name());
            String why = column.role() == Column.Role.KEY ? ": a NULL in the key never conflicts, so rows pile up" : "";
            defect(
                    "column " + column.name() + " takes NULL, its member does not" + why,
                    List.of("SELECT * FROM " + table.qualifiedName() + " WHERE " + name + " IS NULL"),
                    catalogue.nullability(connection, table, column.name(), true));
        }
        if (mayBeNull && found.notNull()) {
            defect(
                    "column " + column.name() + " refuses NULL, its member may be null",
                    List.of(),
                    catalogue.nullability(connection, table, column.name(), false));
        }
    }

    private void proveUnsuppliedColumns() throws SQLException {
        Set<String> declared = table.columns().stream().map(Column::name).collect(Collectors.toSet());
        for (LiveTable.LiveColumn column : live.columns()) {
            if (!declared.contains(column.name()) && column.notNull() && !column.filled()) {
                defect(
                        "column " + column.name() + " is NOT NULL without default, and no member supplies it",
                        List.of(),
                        catalogue.nullability(connection, table, column.name(), false));
            }
        }
    }

    private void proveTarget() {
        Set<String> key = table.key().stream().map(Column::name).collect(Collectors.toSet());
        List<LiveTable.LiveUnique> overKey = live.uniques().stream()
                .filter(unique -> new HashSet<>(unique.columns()).equals(key))
                .toList();
        boolean proved = overKey.stream().anyMatch(unique -> unique.fault() == null);
        if (!proved) {
            List<String> repair = new ArrayList<>();
            overKey.forEach(unique -> repair.addAll(unique.cure()));
            List<LiveTable.LiveUnique> staying = live.uniques().stream()
                    .filter(unique -> unique.cure().isEmpty())
                    .toList();
            repair.add(definition.createIndex(staying));
            defect(
                    "no unique index over exactly (" + definition.keyNames() + ")" + faults(overKey),
                    List.of(definition.rowsOfOneKey()),
                    repair);
        }
        for (LiveTable.LiveUnique unique : live.uniques()) {
            if (!overKey.contains(unique) && !isGenerated(unique)) {
                String over = unique.columns().isEmpty() ? "an expression" : String.valueOf(unique.columns());
                note("is also unique over " + over + " by " + unique.name() + ", which a write can violate");
            } else if (overKey.contains(unique) && unique.fault() != null && proved) {
                note("index " + unique.name() + " " + unique.fault());
            }
        }
    }

    /** Whether the database alone makes what is unique here, such as an id. */
    private boolean isGenerated(LiveTable.LiveUnique unique) {
        Set<String> generated = table.columns().stream()
                .filter(column -> column.role() == Column.Role.GENERATED)
                .map(Column::name)
                .collect(Collectors.toSet());
        return !unique.columns().isEmpty() && generated.containsAll(unique.columns());
    }

    private String faults(List<LiveTable.LiveUnique> overKey) {
        return overKey.isEmpty()
                ? ""
                : overKey.stream()
                        .map(unique -> unique.name() + " " + unique.fault())
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private void provePlans() throws SQLException {
        int inserting = table.supplied().size() + table.times();
        plan("upsert", statements.upsert(false), inserting);
        plan("probed upsert", statements.upsert(true), inserting);
        plan("counted upsert", statements.count(false), inserting);
        plan("claim", statements.claim(), inserting);
        if (!table.isAppendOnly()) {
            int overwriting = statements.overwriting().size() + (table.isUpdateTimed() ? 1 : 0);
            plan("overwrite", statements.overwrite(), overwriting);
            if (table.tellsStatesApart()) {
                plan(
                        "overwrite of a state",
                        statements.overwriteState(),
                        overwriting + table.stateColumns().size());
            }
        }
    }

    private void plan(String name, Statements.Text text, int parameters) throws SQLException {
        plan(name, text.one(), parameters);
        if (!text.many().isEmpty()) {
            plan(name, text.many(), parameters);
        }
    }

    private void plan(String name, String statement, int parameters) throws SQLException {
        String objection = catalogue.plan(connection, statement, parameters);
        if (objection != null) {
            defect("the database refuses to plan its " + name + ": " + objection, List.of(), List.of());
        }
    }

    private void defect(String problem, List<String> inTheWay, List<String> repair) {
        findings.add(new Finding(table.name(), true, problem, inTheWay, repair));
    }

    private void note(String text) {
        findings.add(new Finding(table.name(), false, text, List.of(), List.of()));
    }
}
