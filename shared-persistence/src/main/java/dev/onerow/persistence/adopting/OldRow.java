package dev.onerow.persistence.adopting;

import dev.onerow.persistence.InstantConverter;
import dev.onerow.persistence.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of an older table: its columns by their names in snake_case, whatever the database called them. Values are
 * texts, decimal numbers and booleans; times and JSON are texts, bytes are their hexadecimal digits behind {@code \x}.
 */
public final class OldRow {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final int DATE_LENGTH = "2026-01-31".length();
    private static final Pattern WITHOUT_SECONDS = Pattern.compile("^(.{11}[0-9]{2}:[0-9]{2})($|[Zz+-].*)");
    private static final Pattern ZONED = Pattern.compile(".{11}[0-9:.]+([Zz]|[+-][0-9:]{2,8})");
    private static final int LONGEST_ID = 20;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int MOST_DIGITS = 900;

    private final Map<String, @Nullable Object> values;
    private final int place;
    private final int number;

    OldRow(Map<String, @Nullable Object> values) {
        this(Collections.unmodifiableMap(new TreeMap<>(values)), 0, 0);
    }

    private OldRow(Map<String, @Nullable Object> values, int place, int number) {
        this.values = values;
        this.place = place;
        this.number = number;
    }

    /** A row of these values, for what one holds inside of it. */
    public static OldRow ofValues(Map<String, @Nullable Object> values) {
        return new OldRow(values);
    }

    OldRow at(int placeInCluster, int numberAmongMates) {
        return new OldRow(values, placeInCluster, numberAmongMates);
    }

    /**
     * Its place among those of its cluster that are the first of their keys, from 1; 0 when a row of a higher rank has
     * its key, and before the rows are sorted.
     */
    public int place() {
        return place;
    }

    /** Its number among its mates, from 1; 0 when it has no place, has no mates, and before the rows are sorted. */
    public int numberAmongMates() {
        return number;
    }

    /** The row of a text that {@link #json} gave. */
    @SuppressWarnings("unchecked") // The text is that of a map with names as keys.
    static OldRow of(String text) {
        return new OldRow((Map<String, @Nullable Object>)
                Objects.requireNonNull(Json.stored(text).tree()));
    }

    /** All of it, as it is kept in {@code adopted_rows}. */
    public Json json() {
        return Json.of(values);
    }

    /** Whether a column that is not known has a value. */
    boolean hasOther(Predicate<String> known) {
        return values.entrySet().stream().anyMatch(value -> value.getValue() != null && !known.test(value.getKey()));
    }

    /** Whether the column is there and not NULL. */
    public boolean has(String column) {
        return values.get(column) != null;
    }

    /** Whether the value was kept as text, numbers included. */
    public boolean isText(String column) {
        return values.get(column) instanceof String;
    }

    /** A value as text; null when the column is missing or NULL. */
    public @Nullable String text(String column) {
        Object value = values.get(column);
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? null : value.toString();
    }

    /** A value as text, or another one when it is missing or NULL. */
    public String textOr(String column, String otherwise) {
        String text = text(column);
        return text == null ? otherwise : text;
    }

    /** The text of a value that must be there. */
    public String requiredText(String column) {
        return required(column, text(column));
    }

    /** A number, also one that was kept as text; null when missing. */
    public @Nullable BigDecimal number(String column) {
        Object value = values.get(column);
        if (value instanceof BigDecimal || value == null) {
            return (BigDecimal) value;
        }
        if (value instanceof Boolean truth) {
            return truth ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        String text = value.toString().strip();
        try {
            BigDecimal number = text.length() <= LONGEST_NUMBER ? new BigDecimal(text) : null;
            if (number != null && isShort(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Falls through to the refusal.
        }
        throw new UnusableValue(column);
    }

    /** Whether it can be written out: 1e400000000 is short as it stands. */
    static boolean isShort(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    /** A number that must be there. */
    public BigDecimal requiredNumber(String column) {
        return required(column, number(column));
    }

    /** A whole number; null when missing. */
    public @Nullable Long whole(String column) {
        BigDecimal number = number(column);
        try {
            return number == null ? null : (Long) number.longValueExact();
        } catch (ArithmeticException fraction) {
            throw new UnusableValue(column);
        }
    }

    /** A whole number that must be there. */
    public long requiredWhole(String column) {
        return required(column, whole(column));
    }

    /** True or false, also as 1 and 0 or as a word; null when missing. */
    public @Nullable Boolean truth(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "1", "yes", "on" -> true;
            case "false", "f", "0", "no", "off" -> false;
            default -> throw new UnusableValue(column);
        };
    }

    /** A time: ISO text with or without a zone (then UTC), or milliseconds since 1970; null when missing. */
    public @Nullable Instant instant(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return checked(
                    WHOLE.matcher(text).matches()
                            ? Instant.ofEpochMilli(Long.parseLong(text))
                            : ofIsoText(text.strip()));
        } catch (IllegalArgumentException | DateTimeException none) {
            throw new UnusableValue(column);
        }
    }

    private static Instant checked(Instant instant) {
        return InstantConverter.instant(InstantConverter.text(instant));
    }

    private static Instant ofIsoText(String text) {
        String date = text.length() == DATE_LENGTH ? text + "T00:00" : text;
        String seconds = WITHOUT_SECONDS.matcher(date).replaceFirst("$1:00$2");
        return InstantConverter.instant(ZONED.matcher(seconds).matches() ? seconds : seconds + "Z");
    }

    /** A time that must be there. */
    public Instant requiredInstant(String column) {
        return required(column, instant(column));
    }

    /** What a JSON text says, as {@link Json#tree}; null when missing, empty or the JSON null. */
    public @Nullable Object tree(String column) {
        String text = text(column);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Json.parse(text).tree();
        } catch (IllegalArgumentException none) {
            throw new UnusableValue(column);
        }
    }

    /** A JSON object; empty when missing. */
    @SuppressWarnings("unchecked") // Objects have names as keys.
    public Map<String, @Nullable Object> object(String column) {
        Object tree = tree(column);
        if (tree == null) {
            return Map.of();
        }
        if (tree instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw new UnusableValue(column);
    }

    /** Text that sorts higher for the row whose first time among some columns is later; of equal ones, for the greater id. */
    public String rankByTime(String... columns) {
        Instant time = Instant.EPOCH;
        for (String column : columns) {
            if (has(column)) {
                time = requiredInstant(column);
                break;
            }
        }
        return InstantConverter.text(time) + " " + idRank();
    }

    /** Text that sorts higher for the earlier time. */
    public static String earliestFirst(Instant time) {
        return "%020d".formatted(Long.MAX_VALUE / 2 - ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    /** Text that sorts as ids do. */
    public String idRank() {
        String id = textOr("id", "");
        return WHOLE.matcher(id).matches() && id.length() <= LONGEST_ID
                ? "0".repeat(LONGEST_ID - id.length()) + id
                : id;
    }

    private static <T> T required(String column, @Nullable T value) {
        if (value == null) {
            throw new UnusableValue(column);
        }
        return value;
    }

    @Override
    public String toString() {
        return values.keySet().toString(); // Values are other people's data.
    }
}
