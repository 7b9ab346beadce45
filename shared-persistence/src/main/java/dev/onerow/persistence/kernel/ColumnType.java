package dev.onerow.persistence.kernel;

import dev.onerow.persistence.InstantConverter;
import dev.onerow.persistence.Json;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The types of column that both databases keep alike. Each has one canonical Java form, in which equal values are
 * equal objects: keys are compared, rows are folded and results are matched in that form.
 */
enum ColumnType {
    /** Unicode text without U+0000 and unpaired surrogates. Ordered by code point, as both databases do bytewise. */
    TEXT(String.class, "text", "TEXT") {
        @Override
        Object canonical(Object value) {
            return Texts.storable(value.toString());
        }

        @Override
        int compare(Object left, Object right) {
            return Texts.compareCodePoints((String) left, (String) right);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            return row.getString(index);
        }
    },
    /** 32 bits. */
    INTEGER(Long.class, "int4", "INTEGER") {
        @Override
        Object canonical(Object value) {
            long number = ((Number) value).longValue();
            if (number != (int) number) {
                throw new IllegalArgumentException("does not fit 32 bits");
            }
            return number >= 0 && number < SMALL.length ? SMALL[(int) number] : (Long) number;
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            return readLong(row, index);
        }

        @Override
        Object bound(Object canonical) {
            return ((Long) canonical).intValue();
        }
    },
    /** 64 bits. */
    BIGINT(Long.class, "int8", "INTEGER") {
        @Override
        Object canonical(Object value) {
            return value instanceof Long ? value : (Object) ((Number) value).longValue();
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            return readLong(row, index);
        }
    },
    /** A finite double; both zeros are one. */
    DOUBLE(Double.class, "float8", "REAL") {
        @Override
        Object canonical(Object value) {
            double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("is not a finite number");
            }
            if (number == 0) {
                return 0.0; // -0.0 too, its equal in both databases
            }
            return value instanceof Double ? value : (Object) number;
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            double number = row.getDouble(index);
            return row.wasNull() ? null : number + 0.0;
        }
    },
    /** An exact decimal; the scale is no part of the value. SQLite keeps it as text, which is why nothing is computed with it. */
    NUMERIC(BigDecimal.class, "numeric", "TEXT") {
        @Override
        Object canonical(Object value) {
            BigDecimal number = ((BigDecimal) value).stripTrailingZeros();
            if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
                throw new IllegalArgumentException("has more than " + MAX_DIGITS + " digits");
            }
            return number.signum() == 0 ? BigDecimal.ZERO : number;
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            String text = row.getString(index);
            return text == null ? null : canonical(new BigDecimal(text));
        }

        @Override
        Object bound(Object canonical) {
            return ((BigDecimal) canonical).toPlainString();
        }
    },
    /** True or false. */
    BOOLEAN(Boolean.class, "bool", "INTEGER") {
        @Override
        Object canonical(Object value) {
            return value;
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            boolean flag = row.getBoolean(index);
            return row.wasNull() ? null : flag;
        }
    },
    /** A UUID, ordered as its lower-case text. */
    UUID(UUID.class, "uuid", "TEXT") {
        @Override
        Object canonical(Object value) {
            return value;
        }

        @Override
        int compare(Object left, Object right) {
            UUID a = (UUID) left;
            UUID b = (UUID) right;
            int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
            return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            String text = row.getString(index);
            return text == null ? null : java.util.UUID.fromString(text);
        }

        @Override
        Object bound(Object canonical) {
            return canonical.toString();
        }
    },
    /** An instant with microseconds, cut, in the years 1 to 9999. */
    INSTANT(Instant.class, "timestamptz", "TEXT") {
        @Override
        Object canonical(Object value) {
            Instant instant = ((Instant) value).truncatedTo(ChronoUnit.MICROS);
            if (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT)) {
                throw new IllegalArgumentException("is not in the years 1 to 9999");
            }
            return instant;
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            String text = row.getString(index);
            return text == null ? null : InstantConverter.instant(text);
        }

        @Override
        Object bound(Object canonical) {
            return InstantConverter.text((Instant) canonical);
        }
    },
    /** A date without zone, in the years 1 to 9999. */
    DATE(LocalDate.class, "date", "TEXT") {
        @Override
        Object canonical(Object value) {
            LocalDate date = (LocalDate) value;
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new IllegalArgumentException("is not in the years 1 to 9999");
            }
            return date;
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            String text = row.getString(index);
            return text == null ? null : LocalDate.parse(text);
        }

        @Override
        Object bound(Object canonical) {
            return canonical.toString();
        }
    },
    /** A JSON value; order of members and form of numbers are no part of it. */
    JSON(Json.class, "jsonb", "TEXT") {
        @Override
        Object canonical(Object value) {
            return value;
        }

        @Override
        int compare(Object left, Object right) {
            throw new IllegalStateException("JSON has no order");
        }

        @Override
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            String text = row.getString(index);
            return text == null ? null : Json.stored(text);
        }

        @Override
        Object bound(Object canonical) {
            return ((Json) canonical).text();
        }
    };

    private static final int MAX_DIGITS = 1_000;
    private static final Long[] SMALL =
            LongStream.range(0, 1_024).boxed().toArray(Long[]::new); // such as HTTP's status codes
    private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final Map<Class<?>, ColumnType> BY_JAVA_TYPE = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(Short.class, INTEGER),
            Map.entry(Integer.class, INTEGER),
            Map.entry(Long.class, BIGINT),
            Map.entry(Double.class, DOUBLE),
            Map.entry(BigDecimal.class, NUMERIC),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(UUID.class, UUID),
            Map.entry(Instant.class, INSTANT),
            Map.entry(LocalDate.class, DATE),
            Map.entry(Json.class, JSON));

    final Class<?> canonicalClass;
    final String postgresName;
    final String sqliteName;

    ColumnType(Class<?> canonicalClass, String postgresName, String sqliteName) {
        this.canonicalClass = canonicalClass;
        this.postgresName = postgresName;
        this.sqliteName = sqliteName;
    }

    /** The type that keeps members of this Java type (boxed), or null when it takes a converter. */
    static @Nullable ColumnType ofJavaType(Class<?> boxed) {
        return BY_JAVA_TYPE.get(boxed);
    }

    /**
     * The canonical form of a value that is not null.
     *
     * @throws IllegalArgumentException when the databases cannot keep it alike; the message completes "the value …"
     */
    abstract Object canonical(Object value);

    /** Reads a column in canonical form, null included. */
    abstract @Nullable Object read(ResultSet row, int index) throws SQLException;

    /** Orders two canonical values as the databases do. */
    @SuppressWarnings("unchecked")
    int compare(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** What is handed to the driver for a canonical value, as a parameter or as an element of an array. */
    Object bound(Object canonical) {
        return canonical;
    }

    /** Whether both databases add values of this type up exactly: SQLite would leave the range of a shorter integer. */
    boolean isAdditive() {
        return this == BIGINT;
    }

    /** Whether both databases order stored values of this type alike. */
    boolean isOrdered() {
        return this != JSON && this != NUMERIC && this != BOOLEAN;
    }

    private static @Nullable Object readLong(ResultSet row, int index) throws SQLException {
        long number = row.getLong(index);
        return row.wasNull() ? null : number;
    }
}
