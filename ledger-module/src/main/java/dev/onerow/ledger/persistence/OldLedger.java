package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.KeyForm;
import dev.onerow.ledger.domain.Spelling;
import dev.onerow.persistence.adopting.OldRow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what older ledgers wrote: camelCase in columns, in JSON and in words. */
final class OldLedger {
    private OldLedger() {}

    /** A key; empty when it is none. */
    static Optional<String> key(OldRow row, String column) {
        return Optional.ofNullable(row.text(column)).filter(KeyForm::matches);
    }

    /** A text, null where it is missing or empty. */
    static @Nullable String text(OldRow row, String column) {
        String text = row.textOr(column, "");
        return text.isEmpty() ? null : text;
    }

    static <E extends Enum<E>> Optional<E> word(Class<E> type, @Nullable String text) {
        return text == null ? Optional.empty() : Spelling.find(type, text);
    }

    /** A booking date: as it is printed, or the day of a time in UTC. */
    static LocalDate date(OldRow row, String column) {
        String text = row.requiredText(column).strip();
        try {
            return LocalDate.parse(text.length() > 10 && text.charAt(4) == '-' ? text.substring(0, 10) : text);
        } catch (DateTimeException noDate) {
            return row.requiredInstant(column).atZone(ZoneOffset.UTC).toLocalDate();
        }
    }

    /** A booking time; midnight where there is none. */
    static LocalTime time(OldRow row, String column) {
        try {
            return LocalTime.parse(row.textOr(column, "00:00:00")).withNano(0);
        } catch (DateTimeException none) {
            return LocalTime.MIDNIGHT;
        }
    }

    static Instant changedAt(OldRow row) {
        for (String column : List.of("updated_at", "created_at")) {
            if (row.has(column)) {
                return row.requiredInstant(column);
            }
        }
        return Instant.EPOCH;
    }

    /** A small whole number of a column, or another one where it is missing. */
    static int small(OldRow row, String column, int otherwise) {
        Long whole = row.whole(column);
        return whole == null ? otherwise : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, whole));
    }

    /** A JSON object with its names in snake_case at every level, without members that are null. */
    static Map<String, Object> object(Map<String, ? extends @Nullable Object> old) {
        Map<String, Object> members = new HashMap<>();
        old.forEach((name, value) -> {
            if (value != null) {
                members.put(snake(name), plain(value));
            }
        });
        return members;
    }

    @SuppressWarnings("unchecked") // Objects have names as keys.
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object((Map<String, @Nullable Object>) object);
        }
        if (value instanceof Collection<?> elements) {
            List<Object> plain = new ArrayList<>();
            elements.forEach(element -> plain.add(element == null ? "" : plain(element)));
            return plain;
        }
        return value instanceof BigDecimal number ? number(number) : value;
    }

    /** Limits are decimal strings, days are whole numbers: both are read from either. */
    private static Object number(BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException fraction) {
            return number.toPlainString();
        }
    }

    static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Numbers that stand where decimal strings belong, as such. */
    static void asTexts(Map<String, Object> members, String... names) {
        for (String name : names) {
            members.computeIfPresent(name, (same, value) -> value.toString());
        }
    }
}
