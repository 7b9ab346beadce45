package dev.onerow.persistence.adopting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the values of a result as texts, numbers and booleans that JSON can hold, without losing what they say. */
final class OldValues {
    private static final char REPLACEMENT = '\uFFFD';

    private final ResultSet rows;
    private final List<String> names;
    private final List<String> types;

    OldValues(ResultSet rows, List<String> names) throws SQLException {
        this.rows = rows;
        this.names = names;
        this.types = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
            types.add(String.valueOf(rows.getMetaData().getColumnTypeName(i)));
        }
    }

    OldRow row() throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), value(i + 1, types.get(i)));
        }
        return new OldRow(values);
    }

    private @Nullable Object value(int column, String type) throws SQLException {
        return switch (type) {
            case "timestamptz" -> textOf(rows.getObject(column, OffsetDateTime.class));
            case "timestamp" -> textOf(rows.getObject(column, LocalDateTime.class));
            case "date", "time", "timetz", "bytea", "money" -> whole(rows.getString(column));
            default -> plain(rows.getObject(column), column);
        };
    }

    private static @Nullable String textOf(@Nullable Object time) {
        return time == null ? null : time.toString();
    }

    private @Nullable Object plain(@Nullable Object value, int column) throws SQLException {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        return value instanceof byte[] bytes
                ? "\\x" + HexFormat.of().formatHex(bytes)
                : whole(value instanceof String text ? text : rows.getString(column));
    }

    /** Numbers that JSON has no form for stay as texts, and so are refused wherever a number is needed. */
    private static Object number(Number value) {
        try {
            BigDecimal number = value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
            return OldRow.isShort(number) ? number : value.toString();
        } catch (NumberFormatException notFinite) {
            return value.toString();
        }
    }

    /** Without what neither JSON nor PostgreSQL can keep. */
    private static @Nullable String whole(@Nullable String text) {
        if (text == null || text.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit))) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || (point <= Character.MAX_VALUE && Character.isSurrogate((char) point))
                        ? REPLACEMENT
                        : point)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
