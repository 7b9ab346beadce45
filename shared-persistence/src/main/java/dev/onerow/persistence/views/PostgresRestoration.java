package dev.onerow.persistence.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What hangs on views besides their SELECT, as the statements that bring it back: options, defaults, rules, triggers,
 * comments, owner and rights, those of columns and those passed on by others too.
 */
final class PostgresRestoration {
    // Rights are given back in the order in which they were given; who gave them matters, so each is given by the same.
    private static final String EXTRAS = """
            WITH v AS (
                SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name, c.relowner, o.rolname AS owner, c.relacl,
                       c.reloptions
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_roles o ON o.oid = c.relowner
                WHERE c.oid = ANY (?)
            ), rights AS (
                SELECT v.*, NULL::text AS attname, a.*
                FROM v CROSS JOIN LATERAL aclexplode(v.relacl) WITH ORDINALITY a (grantor, grantee, privilege, grantable, n)
                UNION ALL
                SELECT v.*, t.attname::text, a.*
                FROM v JOIN pg_attribute t ON t.attrelid = v.oid AND t.attacl IS NOT NULL
                CROSS JOIN LATERAL aclexplode(t.attacl) WITH ORDINALITY a (grantor, grantee, privilege, grantable, n)
            ), extras (oid, step, n, attname, statements) AS (
                SELECT v.oid, 0, 0::bigint, NULL::text, ARRAY[
                       coalesce(' WITH (' || array_to_string(v.reloptions, ', ') || ')', ''),
                       coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                                         FROM pg_attribute a WHERE a.attrelid = v.oid AND a.attnum > 0) || ')', ''),
                       pg_get_viewdef(v.oid)]
                FROM v
                UNION ALL
                SELECT v.oid, 1, d.adnum::bigint, t.attname::text, ARRAY[format('ALTER VIEW %s ALTER COLUMN %I SET DEFAULT %s',
                       v.name, t.attname, pg_get_expr(d.adbin, d.adrelid))]
                FROM v JOIN pg_attrdef d ON d.adrelid = v.oid
                JOIN pg_attribute t ON t.attrelid = d.adrelid AND t.attnum = d.adnum
                UNION ALL
                SELECT v.oid, 2, row_number() OVER (ORDER BY w.rulename), NULL, ARRAY[pg_get_ruledef(w.oid)]
                FROM v JOIN pg_rewrite w ON w.ev_class = v.oid AND w.rulename <> '_RETURN'
                UNION ALL
                SELECT v.oid, 3, row_number() OVER (ORDER BY t.tgname), NULL, ARRAY[pg_get_triggerdef(t.oid)]
                FROM v JOIN pg_trigger t ON t.tgrelid = v.oid AND NOT t.tgisinternal
                UNION ALL
                SELECT v.oid, 4, d.objsubid, t.attname::text, ARRAY[CASE WHEN d.objsubid = 0
                       THEN format('COMMENT ON VIEW %s IS %L', v.name, d.description)
                       ELSE format('COMMENT ON COLUMN %s.%I IS %L', v.name, t.attname, d.description) END]
                FROM v JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = v.oid
                LEFT JOIN pg_attribute t ON t.attrelid = v.oid AND t.attnum = d.objsubid AND d.objsubid > 0
                UNION ALL
                SELECT v.oid, 5, 0, NULL, ARRAY[format('ALTER VIEW %s OWNER TO %I', v.name, v.owner)]
                FROM v WHERE v.owner <> current_user
                UNION ALL
                SELECT v.oid, 6, 0, NULL, ARRAY[format('REVOKE ALL ON %s FROM %I', v.name, v.owner)]
                FROM v WHERE v.relacl IS NOT NULL
                UNION ALL
                SELECT r.oid, 7, r.n, r.attname, array_remove(ARRAY[
                       CASE WHEN r.grantor <> r.relowner THEN format('SET LOCAL ROLE %s', r.grantor::regrole) END,
                       format('GRANT %s%s ON %s TO %s%s', r.privilege,
                              CASE WHEN r.attname IS NULL THEN '' ELSE format(' (%I)', r.attname) END, r.name,
                              CASE WHEN r.grantee = 0 THEN 'PUBLIC' ELSE r.grantee::regrole::text END,
                              CASE WHEN r.grantable THEN ' WITH GRANT OPTION' ELSE '' END),
                       CASE WHEN r.grantor <> r.relowner THEN 'RESET ROLE' END], NULL)
                FROM rights r
            )
            SELECT e.oid::bigint AS oid, e.step, e.attname, e.statements FROM extras e ORDER BY e.oid, e.step, e.n
            """;

    // Default privileges of the schema would add rights that the views did not have.
    private static final String GAINED = """
            SELECT format('REVOKE ALL ON %I.%I FROM %s', n.nspname, c.relname,
                          CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END)
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL aclexplode(c.relacl) a
            WHERE c.oid = to_regclass(?)::oid AND a.grantee <> c.relowner
            GROUP BY n.nspname, c.relname, a.grantee
            """;

    private final Map<Long, Creation> creations = new HashMap<>();
    private final Map<Long, List<Extra>> extras = new HashMap<>();

    private PostgresRestoration() {}

    /** How a view is made again. */
    record Creation(String options, String columns, String definition) {}

    /** Statements that bring something back; {@code column} is the column they are about, if they are about one. */
    private record Extra(@Nullable String column, List<String> statements) {}

    /** Remembers what hangs on these views, as long as they are there. */
    static PostgresRestoration of(Statements statements, List<Long> oids) {
        var restoration = new PostgresRestoration();
        if (oids.isEmpty()) {
            return restoration;
        }
        Object keys = oids.stream().mapToLong(Long::longValue).toArray();
        statements.query(EXTRAS, restoration::read, keys);
        return restoration;
    }

    Creation creationOf(long oid) {
        return creations.getOrDefault(oid, new Creation("", "", ""));
    }

    /**
     * Brings back what still has a place: comments, defaults and rights of columns that are gone are gone with them.
     *
     * @param hasRights whether the new view may have come with rights of its own, which are taken away first
     */
    void restore(Statements statements, long oid, String quotedName, boolean hasRights, Predicate<String> columns)
            throws SQLException {
        List<String> all = new ArrayList<>();
        if (hasRights) {
            all.addAll(statements.query(GAINED, row -> row.getString(1), quotedName));
        }
        for (var extra : extras.getOrDefault(oid, List.of())) {
            if (extra.column() == null || columns.test(extra.column())) {
                all.addAll(extra.statements());
            }
        }
        statements.runAll(all);
    }

    private boolean read(ResultSet row) throws SQLException {
        long oid = row.getLong("oid");
        var texts = List.of((String[]) row.getArray("statements").getArray());
        if (row.getInt("step") == 0) {
            creations.put(oid, new Creation(texts.get(0), texts.get(1), texts.get(2)));
        } else {
            extras.computeIfAbsent(oid, absent -> new ArrayList<>()).add(new Extra(row.getString("attname"), texts));
        }
        return true;
    }
}
