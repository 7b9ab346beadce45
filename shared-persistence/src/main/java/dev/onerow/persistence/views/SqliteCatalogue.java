package dev.onerow.persistence.views;

import dev.onerow.persistence.database.UncheckedSqlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What SQLite's catalogue says of views. A view that lacks a table or column is still in it, and cannot be described. */
final class SqliteCatalogue {
    private static final String MAIN = "main";

    private static final String DESCRIBED = """
            SELECT m.name AS view, m.sql, c.name, c.type
            FROM sqlite_master m
            JOIN pragma_table_info(m.name) c
            WHERE m.type = 'view'
            """;

    private static final String ALL = DESCRIBED + "ORDER BY m.name, c.cid";

    private static final String BY_NAME = DESCRIBED + "AND m.name = ? ORDER BY c.cid";

    private static final String COLUMNS = """
            SELECT c.name, c.type FROM pragma_table_info(?) c ORDER BY c.cid
            """;

    private static final String DEFINITIONS = """
            SELECT m.name, m.sql FROM sqlite_master m WHERE m.type = 'view' ORDER BY m.name
            """;

    private static final String DEFINITION = """
            SELECT m.name, m.sql FROM sqlite_master m WHERE m.type = 'view' AND m.name = ?
            """;

    private static final String WITH_LETTERS = """
            SELECT m.name, m.sql FROM sqlite_master m
            WHERE m.type = 'view' AND instr(lower(m.sql), ?) > 0
            ORDER BY m.name
            """;

    // To SQLite a view is in the way too when its name differs in letter case only; to us it is another one.
    private static final String HOLDER = """
            SELECT m.type FROM sqlite_master m
            WHERE lower(m.name) = ?1 AND (m.type IN ('table', 'index') OR (m.type = 'view' AND m.name <> ?1))
            """;

    private static final String TRIGGERS = """
            SELECT m.sql FROM sqlite_master m WHERE m.type = 'trigger' AND m.tbl_name = ? ORDER BY m.name
            """;

    private final Statements statements;

    SqliteCatalogue(Statements statements) {
        this.statements = statements;
    }

    Optional<View> find(String name) {
        return described(BY_NAME, DEFINITION, name).stream().findFirst();
    }

    List<View> all() {
        return described(ALL, DEFINITIONS);
    }

    /** Names and texts, by name, of all views that may name another one: those that have the letters of its name. */
    Map<String, String> mentioning(String lowerCaseName) {
        boolean isEscaped = lowerCaseName.indexOf('"') >= 0 || lowerCaseName.indexOf('`') >= 0;
        return isEscaped ? definitions(DEFINITIONS) : definitions(WITH_LETTERS, lowerCaseName);
    }

    Optional<String> holderOf(String name) {
        return statements.query(HOLDER, row -> row.getString(1), name).stream().findFirst();
    }

    List<String> triggersOf(String name) {
        return statements.query(TRIGGERS, row -> row.getString(1), name);
    }

    /** In one statement, or one for each view where some view cannot be described. */
    private List<View> described(String query, String queryForDefinitions, Object... parameters) {
        try {
            return described(query, parameters);
        } catch (UncheckedSqlException someViewIsBroken) {
            return definitions(queryForDefinitions, parameters).entrySet().stream()
                    .map(view -> new View(MAIN, view.getKey(), columnsOf(view.getKey()), view.getValue(), true))
                    .toList();
        }
    }

    private Map<String, String> definitions(String query, Object... parameters) {
        Map<String, String> definitions = new LinkedHashMap<>();
        statements.query(query, row -> definitions.put(row.getString(1), row.getString(2)), parameters);
        return definitions;
    }

    private List<View> described(String query, Object... parameters) {
        Map<String, List<ViewColumn>> columns = new LinkedHashMap<>();
        Map<String, String> definitions = new LinkedHashMap<>();
        statements.query(
                query,
                row -> {
                    var view = row.getString(1);
                    definitions.put(view, row.getString(2));
                    return columns.computeIfAbsent(view, absent -> new ArrayList<>())
                            .add(column(row.getString(3), row.getString(4)));
                },
                parameters);
        return definitions.entrySet().stream()
                .map(view -> new View(
                        MAIN, view.getKey(), columns.getOrDefault(view.getKey(), List.of()), view.getValue(), true))
                .toList();
    }

    private List<ViewColumn> columnsOf(String name) {
        try {
            return statements.query(COLUMNS, row -> column(row.getString("name"), row.getString("type")), name);
        } catch (UncheckedSqlException broken) {
            return List.of();
        }
    }

    private static ViewColumn column(String name, @Nullable String type) {
        return new ViewColumn(name, type == null || type.isEmpty() ? "any" : type.toLowerCase(Locale.ROOT));
    }
}
