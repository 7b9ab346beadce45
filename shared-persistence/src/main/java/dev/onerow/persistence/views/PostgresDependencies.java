package dev.onerow.persistence.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What depends on views, as PostgreSQL's catalogue says. */
final class PostgresDependencies {
    /** How a view is referred to: as itself, by its row type, or by the array of that. Each finds its index by itself. */
    static final String REFERENCES = """
            CROSS JOIN LATERAL (SELECT 'pg_class'::regclass AS refclassid, v.oid AS refobjid
                                UNION ALL
                                SELECT 'pg_type'::regclass, unnest(ARRAY[t.oid, t.typarray])
                                FROM pg_class own JOIN pg_type t ON t.oid = own.reltype WHERE own.oid = v.oid) r
            """;

    /** Everything reached through plain views. */
    private static final String DEPENDENCIES = """
            WITH RECURSIVE reached (oid) AS (
                SELECT ?::oid
                UNION
                SELECT w.ev_class
                FROM reached v
                %1$s
                JOIN pg_depend d ON d.refclassid = r.refclassid AND d.refobjid = r.refobjid
                     AND d.deptype = 'n' AND d.classid = 'pg_rewrite'::regclass
                JOIN pg_rewrite w ON w.oid = d.objid
                JOIN pg_class c ON c.oid = w.ev_class AND c.relkind = 'v' AND c.relpersistence = 'p'
            )
            SELECT v.oid::bigint AS base, w.ev_class::bigint AS dependant, n.nspname AS schema, c.relname AS name,
                   c.relkind = 'v' AND c.relpersistence = 'p' AND w.rulename = '_RETURN' AS is_view,
                   pg_describe_object(d.classid, d.objid, 0) AS description,
                   array_remove(array_agg(DISTINCT a.attname::text), NULL) AS used
            FROM reached v
            %1$s
            JOIN pg_depend d ON d.refclassid = r.refclassid AND d.refobjid = r.refobjid AND d.deptype = 'n'
            LEFT JOIN pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid
            LEFT JOIN pg_class c ON c.oid = w.ev_class
            LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
                 AND a.attrelid = v.oid AND a.attnum = d.refobjsubid
            WHERE w.ev_class IS DISTINCT FROM v.oid
            GROUP BY v.oid, w.ev_class, w.rulename, n.nspname, c.relname, c.relkind, c.relpersistence, d.classid, d.objid
            """.formatted(REFERENCES);

    private final Statements statements;

    PostgresDependencies(Statements statements) {
        this.statements = statements;
    }

    /**
     * One thing that depends on a view.
     *
     * @param base the view
     * @param view the plain view that depends; null when it is anything else
     * @param description what it is, in words
     * @param used the columns of the view that it names
     */
    record Dependency(long base, @Nullable Node view, String description, List<String> used) {}

    /** A view among those that read each other. */
    record Node(long oid, String schema, String name) {
        String quoted() {
            return Quoted.name(schema, name);
        }
    }

    /** Everything that depends on a view, directly or through plain views. */
    List<Dependency> of(long oid) {
        return statements.query(DEPENDENCIES, PostgresDependencies::dependency, oid);
    }

    private static Dependency dependency(ResultSet row) throws SQLException {
        var view = row.getBoolean("is_view")
                ? new Node(row.getLong("dependant"), row.getString("schema"), row.getString("name"))
                : null;
        return new Dependency(row.getLong("base"), view, row.getString("description"), strings(row, "used"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
