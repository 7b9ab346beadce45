package dev.onerow.persistence.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/**
 * Tells the rows that were inserted into a table of SQLite by their numbers: SQLite gives a new row a greater one than
 * any row has, and there is no other writer. So no row has to come back to be counted, which would cost a fifth more.
 * Whether a table is such a one is found out again whenever the schema has changed, which costs a microsecond to see: a
 * trigger may come while we run. Thread-safe.
 */
final class Numbering {
    /** For fewer rows, asking before and after takes longer than having them come back. */
    static final int PAYS_FROM = 4;

    /** The last number there is. Behind it, SQLite looks for any that is free. */
    private static final long LAST = Long.MAX_VALUE;

    // The column of type INTEGER that is the primary key is the number itself.
    private static final String TELLING = """
            SELECT count(*) FROM pragma_table_list AS l WHERE l.schema = 'main' AND l.name = ?1 AND l.type = 'table' AND NOT l.wr
            AND NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?1)
            AND NOT EXISTS (SELECT 1 FROM pragma_table_xinfo(?1) AS c
                WHERE lower(c.name) = 'rowid' OR (c.pk = 1 AND upper(c.type) = 'INTEGER' AND c.name <> ?2))""";

    private final Table<?> table;
    private final KeptStatements kept;
    private volatile @Nullable Known known;

    Numbering(Table<?> table, KeptStatements kept) {
        this.table = table;
        this.kept = kept;
    }

    /** Whether numbers tell, in one version of the schema. */
    private record Known(long schema, boolean telling) {}

    /** Writes rows, and answers how many were inserted or really changed. */
    interface Writes {
        long run() throws SQLException;
    }

    /**
     * Counts what a write does, in a transaction that writes; or answers null, and nothing is written, where numbers do
     * not tell.
     */
    Session.@Nullable Counted count(Connection connection, Writes writes) throws SQLException {
        SQLiteConnection driver = connection.unwrap(SQLiteConnection.class);
        if (!isTelling(driver)) {
            return null;
        }
        if (table.isAppendOnly()) {
            long inserted = writes.run();
            return new Session.Counted(inserted, inserted);
        }
        long last = number(driver, "SELECT coalesce(max(rowid), 0) FROM " + table.qualifiedName());
        if (last == LAST) {
            return null;
        }
        long written = writes.run();
        return new Session.Counted(
                number(driver, "SELECT count(*) FROM " + table.qualifiedName() + " WHERE rowid > ?", last), written);
    }

    /** Whether nobody but SQLite gives numbers, and no trigger inserts or deletes besides. Nobody alters it meanwhile. */
    private boolean isTelling(SQLiteConnection driver) throws SQLException {
        long schema = number(driver, "PRAGMA schema_version");
        Known found = known;
        if (found == null || found.schema() != schema) {
            String id = table.madeId().map(Column::name).orElse("");
            found = new Known(schema, number(driver, TELLING, table.name(), id) == 1);
            known = found;
        }
        return found.telling();
    }

    private long number(SQLiteConnection driver, String query, Object... parameters) throws SQLException {
        long[] number = new long[1];
        kept.use(driver, query, statement -> {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            Transport.read(statement, row -> number[0] = row.getLong(1));
        });
        return number[0];
    }
}
