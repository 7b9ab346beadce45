package dev.onerow.persistence.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is worth knowing about a table of PostgreSQL beside its shape: rights, row security, triggers, sequences. */
final class PostgresqlNotices {
    private static final String HIDDEN = """
            SELECT quote_ident(nspname) AS schema, quote_ident(current_user) AS role
            FROM pg_namespace
            WHERE nspname = coalesce(?, split_part(current_setting('search_path'), ',', 1))
              AND NOT has_schema_privilege(oid, 'USAGE')
            """;

    private static final String RIGHTS = """
            SELECT c.relrowsecurity, quote_ident(current_user) AS role, has_table_privilege(c.oid, 'DELETE') AS may_delete,
                   (SELECT bool_and(has_column_privilege(c.oid, a.attnum, 'SELECT')
                                    AND has_column_privilege(c.oid, a.attnum, 'INSERT')
                                    AND has_column_privilege(c.oid, a.attnum, 'UPDATE'))
                    FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS may_write
            FROM pg_class c
            WHERE c.oid = ?
            """;

    private static final String TRIGGERS =
            "SELECT tgname FROM pg_trigger WHERE tgrelid = ? AND NOT tgisinternal AND tgenabled <> 'D' ORDER BY 1";

    /** Those of identity columns, and those that a default calls; only the latter need a right of their own. */
    private static final String SEQUENCES = """
            SELECT quote_ident(a.attname) AS name, s.seqrelid::regclass::text AS sequence, s.seqtypid::regtype::text AS type,
                   s.seqmax, s.seqtypid <> 'int8'::regtype AS narrow, quote_ident(current_user) AS role,
                   a.attidentity <> '' OR has_sequence_privilege(s.seqrelid, 'USAGE') AS may_use,
                   CASE WHEN has_sequence_privilege(s.seqrelid, 'USAGE, SELECT')
                        THEN coalesce(pg_sequence_last_value(s.seqrelid), 0) ELSE 0 END AS last
            FROM pg_attribute a
            CROSS JOIN LATERAL (
                SELECT d.objid FROM pg_depend d
                WHERE d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
                  AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
                UNION
                SELECT d.refobjid FROM pg_attrdef f
                JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = f.oid
                                AND d.refclassid = 'pg_class'::regclass
                WHERE f.adrelid = a.attrelid AND f.adnum = a.attnum) AS fills(oid)
            JOIN pg_sequence s ON s.seqrelid = fills.oid
            WHERE a.attrelid = ? AND a.attnum > 0
            ORDER BY 2
            """;

    private final Connection connection;
    private final Table<?> table;
    private final List<LiveTable.Notice> notices = new ArrayList<>();
    private final List<LiveTable.Sequence> sequences = new ArrayList<>();

    private PostgresqlNotices(Connection connection, Table<?> table) {
        this.connection = connection;
        this.table = table;
    }

    /** All about the table of this object id. */
    static PostgresqlNotices of(Connection connection, Table<?> table, long oid) throws SQLException {
        PostgresqlNotices found = new PostgresqlNotices(connection, table);
        found.each(RIGHTS, oid, found::rights);
        found.each(TRIGGERS, oid, found::trigger);
        found.each(SEQUENCES, oid, found::sequence);
        return found;
    }

    /** Why a table cannot be seen though it may be there; none when it is not there. */
    static List<LiveTable.Notice> hidden(Connection connection, Table<?> table) throws SQLException {
        List<LiveTable.Notice> hidden = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(HIDDEN)) {
            statement.setString(1, table.schema());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String schema = row.getString("schema");
                    hidden.add(new LiveTable.Notice(
                            "this role may not look into schema " + schema,
                            true,
                            List.of("GRANT USAGE ON SCHEMA " + schema + " TO " + row.getString("role"))));
                }
            }
        }
        return hidden;
    }

    List<LiveTable.Notice> notices() {
        return notices;
    }

    List<LiveTable.Sequence> sequences() {
        return sequences;
    }

    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, long oid, Reading reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, oid);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reading.read(row);
                }
            }
        }
    }

    private void rights(ResultSet row) throws SQLException {
        if (row.getBoolean("relrowsecurity")) {
            note("row level security is on: a row that the policies hide cannot be written, nor seen");
        }
        if (!row.getBoolean("may_write")) {
            notices.add(new LiveTable.Notice(
                    "this role may not SELECT, INSERT and UPDATE all of its columns",
                    true,
                    List.of(grant("SELECT, INSERT, UPDATE ON " + table.qualifiedName(), row))));
        }
        if (!row.getBoolean("may_delete")) {
            notices.add(new LiveTable.Notice(
                    "this role may not DELETE from it",
                    false,
                    List.of(grant("DELETE ON " + table.qualifiedName(), row))));
        }
    }

    private void trigger(ResultSet row) throws SQLException {
        note("trigger " + row.getString("tgname")
                + " fires for the proposed row and again on conflict; what it does must bear that");
    }

    private void sequence(ResultSet row) throws SQLException {
        String name = row.getString("sequence");
        if (!row.getBoolean("may_use")) {
            notices.add(new LiveTable.Notice(
                    "this role may not use sequence " + name + ", which fills column " + row.getString("name"),
                    true,
                    List.of(grant("USAGE ON SEQUENCE " + name, row))));
        }
        if (row.getBoolean("narrow")) {
            LiveTable.Sequence sequence = new LiveTable.Sequence(name, row.getLong("seqmax"), row.getLong("last"));
            sequences.add(sequence);
            notices.add(new LiveTable.Notice(
                    "sequence " + name + " is " + row.getString("type")
                            + (sequence.isNearItsEnd() ? " and near its end: " : " and has ") + sequence.left()
                            + " values left; every row handed in takes one, a conflict too",
                    sequence.left() <= 0,
                    List.of(
                            "ALTER TABLE " + table.qualifiedName() + " ALTER COLUMN " + row.getString("name")
                                    + " TYPE bigint",
                            "ALTER SEQUENCE " + name + " AS bigint")));
        }
    }

    private static String grant(String what, ResultSet row) throws SQLException {
        return "GRANT " + what + " TO " + row.getString("role");
    }

    private void note(String text) {
        notices.add(new LiveTable.Notice(text, false, List.of()));
    }
}
