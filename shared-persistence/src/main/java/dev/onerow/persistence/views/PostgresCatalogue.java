package dev.onerow.persistence.views;

import dev.onerow.persistence.database.UncheckedSqlException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's catalogue says of views. Definitions are read under the search path of the connection, which is
 * always the same, so that the same view gives the same text.
 */
final class PostgresCatalogue {
    private static final String RELATION_IS_GONE = "XX000";

    private static final String COLUMNS = """
            ARRAY(SELECT ARRAY[a.attname::text, format_type(a.atttypid, a.atttypmod)] FROM pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attnum > 0 ORDER BY a.attnum) AS columns
            """;

    private static final String VIEWS = """
            SELECT c.oid::bigint AS oid, n.nspname AS schema, c.relname AS name, pg_get_viewdef(c.oid) AS definition,
            %s
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'v'
            """.formatted(COLUMNS);

    private static final String FIRST_NAMED = """
            AND n.nspname = ANY (?) AND c.relname = ?
            ORDER BY array_position(?, n.nspname::text)
            LIMIT 1
            """;

    private static final String BY_NAME = VIEWS + FIRST_NAMED;

    /** Without the definition: that of a view which is just being made again by others cannot be read. */
    private static final String PLACE = """
            SELECT n.nspname, c.relname
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'v'
            """ + FIRST_NAMED;

    private static final String ALL = """
            SELECT DISTINCT ON (v.name) v.*
            FROM (%s AND n.nspname = ANY (?)) v
            ORDER BY v.name, array_position(?, v.schema::text)
            """.formatted(VIEWS);

    private static final String NAMED = VIEWS + """
            AND (n.nspname, c.relname) IN (SELECT * FROM unnest(?::text[], ?::text[]))
            """;

    // A view would hide a table of the same name from all other views; what else our own schema holds is in the way.
    private static final String HOLDER = """
            SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'f' THEN 'foreign table'
                                  WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' WHEN 'c' THEN 'type'
                                  ELSE 'index' END AS kind
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relname = ? AND ((n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'f', 'm'))
                                     OR (n.nspname = ? AND c.relkind <> 'v'))
            UNION ALL
            SELECT 'type'
            FROM pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE t.typname = ? AND n.nspname = ? AND t.typrelid = 0 AND t.typcategory <> 'A'
            LIMIT 1
            """;

    /** Whether it is worth asking for what depends on a view, or hangs on it. */
    private static final String STANDING = """
            SELECT c.oid::bigint AS oid, n.nspname AS schema, %s,
                   EXISTS (SELECT
                           FROM (SELECT c.oid) v
                           %s
                           JOIN pg_depend d ON d.refclassid = r.refclassid AND d.refobjid = r.refobjid AND d.deptype = 'n'
                           LEFT JOIN pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid
                           WHERE w.ev_class IS DISTINCT FROM v.oid) AS is_read,
                   c.reloptions IS NOT NULL OR c.relacl IS NOT NULL OR c.relhastriggers
                   OR pg_get_userbyid(c.relowner) <> current_user
                   OR EXISTS (SELECT FROM pg_attribute a
                              WHERE a.attrelid = c.oid AND (a.attacl IS NOT NULL OR a.atthasdef))
                   OR EXISTS (SELECT FROM pg_rewrite w WHERE w.ev_class = c.oid AND w.rulename <> '_RETURN')
                   OR EXISTS (SELECT FROM pg_description d
                              WHERE d.classoid = 'pg_class'::regclass AND d.objoid = c.oid) AS has_extras
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'v'
            """.formatted(COLUMNS, PostgresDependencies.REFERENCES) + FIRST_NAMED;

    /** What a view names outside of these schemas. The catalogue's own functions and types are no secret, its tables are. */
    private static final String OUTSIDE = """
            SELECT coalesce(o.identity, o.name)
            FROM (SELECT DISTINCT d.refclassid, d.refobjid
                  FROM pg_rewrite w
                  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.deptype = 'n'
                  WHERE w.ev_class = v.oid) d
            CROSS JOIN LATERAL pg_identify_object(d.refclassid, d.refobjid, 0) o
            WHERE o.schema IS NOT NULL
              AND (o.name = ANY (?)
                   OR NOT (o.schema = ANY (?) OR (o.schema = 'pg_catalog' AND d.refclassid <> 'pg_class'::regclass)))
            LIMIT 1
            """;

    private static final String CREATED = """
            SELECT v.*, (%s) AS outside, (SELECT c.relacl IS NOT NULL FROM pg_class c WHERE c.oid = v.oid) AS has_rights
            FROM (%s) v
            """.formatted(OUTSIDE, BY_NAME);

    private final Statements statements;
    private final List<String> schemas;

    PostgresCatalogue(Statements statements, List<String> schemas) {
        this.statements = statements;
        this.schemas = List.copyOf(schemas);
    }

    /** A view and the key by which the catalogue refers to it. */
    record Entry(long oid, View view) {}

    /**
     * A view that is to be made again.
     *
     * @param isRead whether anything depends on it
     * @param hasExtras whether anything hangs on it besides its SELECT
     */
    record Standing(long oid, String schema, List<ViewColumn> columns, boolean isRead, boolean hasExtras) {}

    /**
     * A view that has just been made.
     *
     * @param outside something that it reads and that lies outside of the readable schemas; null when there is nothing
     * @param hasRights whether it came with rights, as the defaults of its schema want it
     */
    record Created(View view, @Nullable String outside, boolean hasRights) {}

    Optional<Entry> find(String name) {
        return described(BY_NAME, schemas, name, schemas).stream().findFirst();
    }

    Optional<Standing> standing(String name) {
        return statements.query(STANDING, PostgresCatalogue::standing, schemas, name, schemas).stream()
                .findFirst();
    }

    /** The name of the view with its schema, in quotes. */
    Optional<String> place(String name) {
        return statements
                .query(PLACE, row -> Quoted.name(row.getString(1), row.getString(2)), schemas, name, schemas)
                .stream()
                .findFirst();
    }

    List<Entry> all() {
        return described(ALL, schemas, schemas);
    }

    /**
     * Views with their definitions. One that others have dropped since this transaction began cannot be described any
     * more; then the transaction is given up, as after any conflict, and may be tried again.
     */
    private List<Entry> described(String query, Object... parameters) {
        try {
            return statements.query(query, this::entry, parameters);
        } catch (UncheckedSqlException failure) {
            throw failure.getCause() instanceof SQLException gone && RELATION_IS_GONE.equals(gone.getSQLState())
                    ? new UncheckedSqlException(PostgresErrors.goneMeanwhile(gone))
                    : failure;
        }
    }

    /** The views that these are now, in the same order. */
    List<View> named(List<Dependant> dependants) {
        if (dependants.isEmpty()) {
            return List.of();
        }
        Map<String, View> found = described(
                        NAMED,
                        dependants.stream().map(Dependant::schema).toList(),
                        dependants.stream().map(Dependant::name).toList())
                .stream()
                .map(Entry::view)
                .collect(Collectors.toMap(View::quoted, Function.identity()));
        return dependants.stream()
                .map(dependant -> found.get(Quoted.name(dependant.schema(), dependant.name())))
                .filter(Objects::nonNull)
                .toList();
    }

    Optional<String> holderOf(String name) {
        var own = ViewSettings.OWN_SCHEMA;
        return statements.query(HOLDER, row -> row.getString(1), name, schemas, own, name, own).stream()
                .findFirst();
    }

    Optional<Created> created(String name) {
        return statements
                .query(CREATED, this::created, ViewSettings.CONFIDENTIAL_TABLES, schemas, schemas, name, schemas)
                .stream()
                .findFirst();
    }

    private Created created(ResultSet row) throws SQLException {
        return new Created(entry(row).view(), row.getString("outside"), row.getBoolean("has_rights"));
    }

    private Entry entry(ResultSet row) throws SQLException {
        var schema = row.getString("schema");
        var definition = row.getString("definition");
        if (definition == null) {
            throw PostgresErrors.goneMeanwhile(null);
        }
        boolean isOurs = schema.equals(ViewSettings.OWN_SCHEMA);
        var view = new View(schema, row.getString("name"), columns(row), definition, isOurs);
        return new Entry(row.getLong("oid"), view);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("oid"),
                row.getString("schema"),
                columns(row),
                row.getBoolean("is_read"),
                row.getBoolean("has_extras"));
    }

    private static List<ViewColumn> columns(ResultSet row) throws SQLException {
        var pairs = (Object[]) row.getArray("columns").getArray();
        List<ViewColumn> columns = new ArrayList<>(pairs.length);
        for (var pair : pairs) {
            var nameAndType = (String[]) pair;
            columns.add(new ViewColumn(nameAndType[0], nameAndType[1]));
        }
        return columns;
    }
}
