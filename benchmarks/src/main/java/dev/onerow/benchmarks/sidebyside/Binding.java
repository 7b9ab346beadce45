package dev.onerow.benchmarks.sidebyside;

import dev.onerow.persistence.DatabaseKind;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Binds a row as somebody who writes JDBC by hand would, on either database. */
final class Binding {
    // What Onerow's tables on SQLite hold: text of a fixed width.
    private static final DateTimeFormatter SQLITE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Binding() {}

    static void bind(PreparedStatement statement, List<Field> fields, Object[] values, DatabaseKind database)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (database == DatabaseKind.SQLITE) {
                statement.setObject(i + 1, onSqlite(values[i]));
            } else if (fields.get(i).kind() == Field.Kind.JSON) {
                statement.setObject(i + 1, values[i], Types.OTHER);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    /** The value as Onerow's tables on SQLite hold it. */
    static Object onSqlite(Object value) {
        if (value instanceof OffsetDateTime time) {
            return SQLITE_TIME.format(time);
        }
        return value instanceof java.util.UUID id ? id.toString() : value;
    }
}
