package dev.onerow.rules;

import dev.onerow.rules.sql.Statement;
import dev.onerow.rules.sql.Statements;
import dev.onerow.rules.sql.Verb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rule 2: who writes a keyed table, in the code, in the migrations, and in the kernel itself. */
final class KeyedWrites {
    private static final Rule RULE = Rule.ONLY_THE_KERNEL_WRITES_KEYED_TABLES;
    private static final String WITHOUT_CONFLICT = " without ON CONFLICT";
    private static final Set<Verb> MAKING_ROWS = Set.of(Verb.INSERT, Verb.COPY, Verb.MERGE);

    private final Project project;
    private final KeyedTables tables;
    private final Map<String, String> allowed;

    KeyedWrites(Project project) {
        this.project = project;
        this.tables = project.tables();
        this.allowed = project.settings().allowed();
    }

    Stream<Violation> violations() {
        List<Sighting> writes = new Sightings(project.code())
                .written()
                .filter(sighting -> isForbidden(sighting.statement()))
                .toList();
        return Emptiness.orElse(
                List.of(
                        Emptiness.ofCode(RULE, project),
                        Emptiness.ofKernel(RULE, project),
                        Emptiness.ofTables(RULE, project),
                        Emptiness.ofMigrations(RULE, project)),
                () -> Stream.of(
                                writes.stream()
                                        .filter(write -> !isAllowed(write))
                                        .map(this::inCode),
                                project.otherSql().stream().flatMap(this::inFile),
                                project.migrations().stream().flatMap(this::inMigration),
                                new KernelInserts(project.kernel()).violations(),
                                staleAllowances(writes))
                        .flatMap(violations -> violations));
    }

    private boolean isForbidden(Statement statement) {
        if (!statement.verb().isWrite() || statement.verb() == Verb.INSERT_OR_REPLACE) {
            return false;
        }
        boolean isOfAnyTable = statement.table() == null || statement.verb().isInsert();
        return tables.contains(statement.table()) || (isOfAnyTable && statement.certain());
    }

    private boolean isAllowed(Sighting write) {
        return isListed(write) && isInItsOwnPackage(write) && !forgetsConflicts(write.statement());
    }

    private boolean isListed(Sighting write) {
        return Sightings.isQuery(write.text())
                && allowed.containsKey(write.place().reference());
    }

    /** No list makes up for the second row of a key. */
    private static boolean forgetsConflicts(Statement statement) {
        return MAKING_ROWS.contains(statement.verb()) && !statement.handlesConflict();
    }

    private boolean isInItsOwnPackage(Sighting write) {
        String packageName = packageOf(write.place().type());
        return tables.declarationsOf(write.statement().table()).stream()
                .anyMatch(row -> packageOf(row).equals(packageName));
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    private Violation inCode(Sighting write) {
        boolean listed = isListed(write) && isInItsOwnPackage(write);
        return new Violation(
                RULE,
                write.place().type(),
                write.place().toString(),
                whatItDoes(write.statement()) + (listed ? WITHOUT_CONFLICT : "") + ", " + write.shown(),
                listed ? onConflict(write.statement()) : remedy(write.statement()) + aboutTheList(write));
    }

    private String aboutTheList(Sighting write) {
        if (!Sightings.isQuery(write.text())) {
            return "";
        }
        return isListed(write)
                ? "; it is on the list of set-based maintenance, but does not stand in the package of the declaration"
                : "; set-based maintenance in the package of the declaration can be listed with allowing(..)";
    }

    private Stream<Violation> inFile(SqlFile file) {
        return Statements.in(file.text()).stream()
                .filter(this::isForbidden)
                .map(statement -> inFile(file, statement, whatItDoes(statement), remedy(statement)));
    }

    private Stream<Violation> inMigration(SqlFile file) {
        return Statements.in(file.text()).stream()
                .filter(statement -> tables.contains(statement.table()) && forgetsConflicts(statement))
                .map(statement ->
                        inFile(file, statement, whatItDoes(statement) + WITHOUT_CONFLICT, onConflict(statement)));
    }

    private static String onConflict(Statement statement) {
        return "INSERT INTO " + statement.table() + " ... ON CONFLICT (key) DO NOTHING or DO UPDATE";
    }

    private static Violation inFile(SqlFile file, Statement statement, String what, String remedy) {
        return new Violation(
                RULE, file.path(), file.path() + ":" + statement.line(), what + ": " + statement.excerpt(), remedy);
    }

    private String whatItDoes(Statement statement) {
        String table = statement.table();
        if (table == null) {
            return statement.verb().words() + " of a table that the text does not name";
        }
        List<String> rows = tables.declarationsOf(table);
        if (!rows.isEmpty()) {
            return statement.verb().words() + " of the keyed table " + table + " (declared by " + rows.get(0) + ")";
        }
        return statement.verb().words() + " of the "
                + (tables.contains(table) ? "keyed table " + table : "table " + table + ", which no declaration knows");
    }

    private String remedy(Statement statement) {
        List<String> rows = tables.declarationsOf(statement.table());
        String row = rows.isEmpty()
                ? "a record with @KeyedTable"
                : rows.get(0).substring(rows.get(0).lastIndexOf('.') + 1);
        String declared = rows.isEmpty() ? "declare the table by " + row + " and " : "";
        return declared
                + switch (statement.verb()) {
                    case UPDATE -> "call patch(..), upsert(..) or decide(..) of the Store of " + row;
                    case DELETE -> "call delete(..) or retain(..) of the Store of " + row;
                    default -> "call upsert(..) or upsertAll(..) of the Store of " + row;
                };
    }

    private Stream<Violation> staleAllowances(List<Sighting> writes) {
        Set<String> members = project.code().stream()
                .flatMap(file -> file.methods().stream())
                .map(method -> method.place().reference())
                .collect(Collectors.toSet());
        Set<String> writing = writes.stream()
                .filter(write -> Sightings.isQuery(write.text()))
                .map(write -> write.place().reference())
                .collect(Collectors.toSet());
        return new TreeMap<>(allowed)
                .keySet().stream()
                        .filter(method -> !writing.contains(method))
                        .map(method -> new Violation(
                                RULE,
                                method,
                                "allowing(\"" + method + "\", ..)",
                                members.contains(method)
                                        ? "the method has no @Query that writes a keyed table"
                                        : "there is no such method",
                                "take it off the list"));
    }
}
