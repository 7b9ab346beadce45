package dev.onerow.persistence.kernel;

import dev.onerow.persistence.InstantConverter;
import dev.onerow.persistence.Json;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * A single value as the driver of PostgreSQL sends it best: always with its type. Of a statement with a parameter whose
 * type it does not know, the driver asks what its columns are, and then, when one of them is a text, it waits for an
 * empty round trip before each execution. Times go in binary, which the server takes without parsing.
 */
final class PostgresqlParameter {
    private PostgresqlParameter() {}

    /** Binds a canonical value, or null. */
    static void bind(PreparedStatement statement, int index, ColumnType type, @Nullable Object canonical)
            throws SQLException {
        if (canonical == null) {
            statement.setNull(index, Types.NULL, typeName(type));
        } else {
            statement.setObject(index, bound(type, canonical));
        }
    }

    /** What the driver is handed for a canonical value. */
    static Object bound(ColumnType type, Object canonical) {
        return switch (type) {
            case TEXT -> new Text(type, (String) canonical);
            case JSON -> new Text(type, ((Json) canonical).text());
            case NUMERIC, DATE -> new Text(type, type.bound(canonical).toString());
            case INSTANT -> new Time((Instant) canonical);
            case INTEGER -> ((Long) canonical).intValue();
            case BIGINT, DOUBLE, BOOLEAN, UUID -> canonical;
        };
    }

    // The driver has to ask the server about jsonb. A text is as good, because statements cast every parameter.
    private static String typeName(ColumnType type) {
        return type == ColumnType.JSON ? ColumnType.TEXT.postgresName : type.postgresName;
    }

    /** A value in the form of text. */
    private static final class Text extends PGobject {
        private static final long serialVersionUID = 1;

        Text(ColumnType type, String text) {
            this.type = typeName(type);
            this.value = text;
        }
    }

    /** A time in binary form; as text where the URL of the database forbids that. */
    private static final class Time extends PGobject implements PGBinaryObject {
        private static final long serialVersionUID = 1;

        private final Instant time;

        Time(Instant time) {
            this.time = time;
            this.type = ColumnType.INSTANT.postgresName;
        }

        @Override
        public String getValue() {
            return InstantConverter.text(time);
        }

        @Override
        public int lengthInBytes() {
            return Long.BYTES;
        }

        @Override
        public void toBytes(byte[] bytes, int offset) {
            BinaryArray.putInstant(bytes, offset, time);
        }

        @Override
        public void setByteValue(byte[] value, int offset) {
            throw new UnsupportedOperationException("A parameter is never read");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Time same && same.time.equals(time);
        }

        @Override
        public int hashCode() {
            return time.hashCode();
        }
    }
}
