package dev.onerow.persistence.testing;

import dev.onerow.persistence.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Brings the values of both databases into one form. */
final class TableState {
    private static final Set<String> NOT_STATE = Set.of("id", "version", "row_version", "created_at", "updated_at");
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private TableState() {}

    static List<String> of(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().map(TableState::line).sorted().toList();
    }

    private static String line(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> state = new TreeMap<>(row);
        state.keySet().removeAll(NOT_STATE);
        return state.toString();
    }

    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof BigInteger) {
            return ((Number) value).longValue();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (value instanceof Timestamp timestamp) {
            return INSTANT.format(timestamp.toInstant());
        }
        if (value instanceof Date || value instanceof UUID) {
            return value.toString();
        }
        if (value instanceof PGobject object) {
            return json(object.getValue());
        }
        return value instanceof String text ? json(text) : value;
    }

    /** SQLite does not tell JSON from other text, so on both databases what looks like it is taken for it. */
    private static @Nullable String json(@Nullable String text) {
        if (text == null || !(text.startsWith("{") || text.startsWith("["))) {
            return text;
        }
        try {
            return Json.parse(text).text();
        } catch (IllegalArgumentException onlyLooksLikeIt) {
            return text;
        }
    }
}
