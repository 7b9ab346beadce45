package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Json;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * One column of many rows as an array in PostgreSQL's binary form, which the server takes without parsing. The driver
 * would send times, UUIDs and JSON as text, at seventeen times the garbage and half again as much work in all. Its
 * constructor of a binary array is public, but in a package that it does not document: tests hold it in place.
 */
final class BinaryArray {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int HEADER = 20;
    private static final int NULL = -1;
    private static final int NUMERIC_GUESS = 16;
    private static final int MOST_BYTES_OF_A_CHARACTER = 3; // of a char: a pair of surrogates takes four
    private static final int JSONB_VERSION = 1;
    private static final long EPOCH_SECONDS = 946_684_800; // of 2000-01-01, where PostgreSQL begins to count
    private static final long EPOCH_DAYS = 10_957;

    private final ColumnType type;
    private final int elementType;
    private byte[] bytes;
    private int end = HEADER;
    private boolean hasNulls;

    private BinaryArray(Column<?> column, List<@Nullable Object[]> rows) {
        this.type = column.type();
        this.elementType = elementType(type);
        this.bytes = new byte[HEADER + rows.size() * Integer.BYTES + valueBytes(column, rows)];
    }

    /** The values of a column, in canonical form and in the order of the rows. */
    static Array of(BaseConnection connection, Column<?> column, List<@Nullable Object[]> rows) throws SQLException {
        BinaryArray array = new BinaryArray(column, rows);
        int position = column.position();
        for (int i = 0; i < rows.size(); i++) {
            Object value = rows.get(i)[position];
            if (value == null) {
                array.hasNulls = true;
                array.putInt(NULL);
            } else {
                array.put(value);
            }
        }
        return new PgArray(connection, arrayType(column.type()), array.finished(rows.size()));
    }

    /** The time that these bytes stand for, in PostgreSQL's binary form of a single value; null for null. */
    static @Nullable Instant instant(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        long micros = (long) LONG.get(value, 0);
        return Instant.ofEpochSecond(
                EPOCH_SECONDS + Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    /** Puts a time in the form of {@link #instant}. */
    static void putInstant(byte[] bytes, int offset, Instant instant) {
        LONG.set(bytes, offset, micros(instant));
    }

    private static long micros(Instant instant) {
        return (instant.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + instant.getNano() / 1_000;
    }

    private byte[] finished(int elements) {
        INT.set(bytes, 0, 1); // dimensions
        INT.set(bytes, 4, hasNulls ? 1 : 0);
        INT.set(bytes, 8, elementType);
        INT.set(bytes, 12, elements);
        INT.set(bytes, 16, 1); // where the dimension begins
        return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
    }

    private void put(Object value) {
        switch (type) {
            case TEXT -> putText((String) value, 0);
            case NUMERIC -> putText((String) type.bound(value), 0);
            case JSON -> putText(((Json) value).text(), 1);
            case INTEGER -> putFixed(((Long) value).intValue());
            case BIGINT -> putFixed((long) (Long) value);
            case DOUBLE -> putFixed(Double.doubleToRawLongBits((Double) value));
            case INSTANT -> putFixed(micros((Instant) value));
            case DATE -> putFixed((int) (((LocalDate) value).toEpochDay() - EPOCH_DAYS));
            case UUID -> {
                UUID id = (UUID) value;
                putInt(2 * Long.BYTES);
                putLong(id.getMostSignificantBits());
                putLong(id.getLeastSignificantBits());
            }
            case BOOLEAN -> {
                putInt(1);
                bytes[end++] = (byte) ((Boolean) value ? 1 : 0);
            }
        }
    }

    private void putFixed(int value) {
        putInt(Integer.BYTES);
        putInt(value);
    }

    private void putFixed(long value) {
        putInt(Long.BYTES);
        putLong(value);
    }

    private void putInt(int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, end, value);
        end += Integer.BYTES;
    }

    private void putLong(long value) {
        LONG.set(bytes, end, value);
        end += Long.BYTES;
    }

    /** Text, of which {@link Texts#storable} has seen that surrogates come in pairs, after some bytes of its own. */
    private void putText(String text, int before) {
        reserve(Integer.BYTES + before + text.length());
        int lengthAt = end;
        end += Integer.BYTES;
        if (before > 0) {
            bytes[end++] = JSONB_VERSION;
        }
        int plain = putAscii(text);
        if (plain < text.length()) {
            reserve(MOST_BYTES_OF_A_CHARACTER * (text.length() - plain));
            putUtf8(text, plain);
        }
        INT.set(bytes, lengthAt, end - lengthAt - Integer.BYTES);
    }

    /** Puts characters up to the first that takes more than a byte, and answers where that is. */
    private int putAscii(String text) {
        byte[] target = bytes;
        int at = end;
        int i = 0;
        for (int length = text.length(); i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                break;
            }
            target[at++] = (byte) c;
        }
        end = at;
        return i;
    }

    private void putUtf8(String text, int from) {
        byte[] target = bytes;
        int at = end;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                target[at++] = (byte) c;
            } else if (c < 0x800) {
                target[at++] = (byte) (0xC0 | (c >> 6));
                target[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isSurrogate(c)) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                target[at++] = (byte) (0xF0 | (point >> 18));
                target[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                target[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                target[at++] = (byte) (0x80 | (point & 0x3F));
            } else {
                target[at++] = (byte) (0xE0 | (c >> 12));
                target[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                target[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        end = at;
    }

    private void reserve(int needed) {
        if (end + needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + (bytes.length >> 1), end + needed));
        }
    }

    /** The bytes of the values of a column, exact where nothing is null and no character takes more than a byte. */
    private static int valueBytes(Column<?> column, List<@Nullable Object[]> rows) {
        ColumnType type = column.type();
        if (type != ColumnType.TEXT && type != ColumnType.JSON) {
            return rows.size() * elementBytes(type);
        }
        int total = 0;
        for (int i = 0; i < rows.size(); i++) {
            Object value = rows.get(i)[column.position()];
            if (value instanceof String text) {
                total += text.length();
            } else if (value instanceof Json json) {
                total += 1 + json.text().length();
            }
        }
        return total;
    }

    private static int elementBytes(ColumnType type) {
        return switch (type) {
            case TEXT, JSON -> 0;
            case NUMERIC -> NUMERIC_GUESS;
            case BIGINT, DOUBLE, INSTANT -> Long.BYTES;
            case INTEGER, DATE -> Integer.BYTES;
            case UUID -> 2 * Long.BYTES;
            case BOOLEAN -> 1;
        };
    }

    // Numbers of any length go as text, which the statement casts.
    private static int elementType(ColumnType type) {
        return switch (type) {
            case TEXT, NUMERIC -> Oid.TEXT;
            case INTEGER -> Oid.INT4;
            case BIGINT -> Oid.INT8;
            case DOUBLE -> Oid.FLOAT8;
            case BOOLEAN -> Oid.BOOL;
            case UUID -> Oid.UUID;
            case INSTANT -> Oid.TIMESTAMPTZ;
            case DATE -> Oid.DATE;
            case JSON -> Oid.JSONB;
        };
    }

    private static int arrayType(ColumnType type) {
        return switch (type) {
            case TEXT, NUMERIC -> Oid.TEXT_ARRAY;
            case INTEGER -> Oid.INT4_ARRAY;
            case BIGINT -> Oid.INT8_ARRAY;
            case DOUBLE -> Oid.FLOAT8_ARRAY;
            case BOOLEAN -> Oid.BOOL_ARRAY;
            case UUID -> Oid.UUID_ARRAY;
            case INSTANT -> Oid.TIMESTAMPTZ_ARRAY;
            case DATE -> Oid.DATE_ARRAY;
            case JSON -> Oid.JSONB_ARRAY;
        };
    }
}
