package dev.onerow.ledger.persistence;

import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.UnusableValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object of an older ledger, by their names in snake_case. Each is taken as what it is to be; one
 * of another kind makes the row unusable, because without it more would be let through than was. Null ones are missing.
 * Not thread-safe.
 */
final class OldMembers {
    private final Map<String, Object> left = new HashMap<>();
    private final Map<String, Object> known = new HashMap<>();

    private OldMembers(Map<?, ?> old) {
        old.forEach((name, value) -> {
            if (value != null) {
                left.put(OldLedger.snake(String.valueOf(name)), value);
            }
        });
    }

    static OldMembers of(Map<?, ?> old) {
        return new OldMembers(old);
    }

    /** Takes some as true or false. */
    OldMembers truths(String... names) {
        return take(row -> name -> row.truth(name), names);
    }

    /** Takes some as texts; numbers are written out. */
    OldMembers texts(String... names) {
        return take(row -> row::text, names);
    }

    /** Takes some as texts that are missing when they are blank. */
    OldMembers filledTexts(String... names) {
        return take(row -> name -> isBlank(row, name) ? null : row.text(name), names);
    }

    /** Takes some as days, missing when they are blank. */
    OldMembers days(String... names) {
        return take(
                row -> name ->
                        isBlank(row, name) ? null : OldLedger.date(row, name).toString(),
                names);
    }

    /** Takes some as small whole numbers. */
    OldMembers wholes(String... names) {
        return take(row -> name -> OldLedger.small(row, name, 0), names);
    }

    /** Takes some as lists of texts. */
    OldMembers lists(String... names) {
        for (String name : names) {
            Object value = left.remove(name);
            if (value instanceof Collection<?> elements) {
                known.put(
                        name,
                        elements.stream()
                                .map(element -> element == null
                                        ? ""
                                        : scalar(name, element).requiredText(name))
                                .toList());
            } else if (value != null) {
                throw new UnusableValue(name);
            }
        }
        return this;
    }

    /** Takes one as an object, whose members are taken by the reading; some of them must be known. */
    OldMembers object(String name, Consumer<OldMembers> reading) {
        Object value = left.remove(name);
        if (value instanceof Map<?, ?> object) {
            OldMembers inner = of(object);
            reading.accept(inner);
            if (inner.isForeign()) {
                throw new UnusableValue(name);
            }
            known.put(name, inner.known);
            inner.left.forEach((other, it) -> left.put(name + "/" + other, it));
        } else if (value != null) {
            throw new UnusableValue(name);
        }
        return this;
    }

    /** What was taken. */
    Map<String, Object> known() {
        return Map.copyOf(known);
    }

    /** Whether there are others, which nothing here knows. */
    boolean hasOthers() {
        return !left.isEmpty();
    }

    /** Whether there are others, and nothing else. */
    boolean isForeign() {
        return hasOthers() && known.isEmpty();
    }

    private OldMembers take(Function<OldRow, Function<String, @Nullable Object>> kind, String... names) {
        for (String name : names) {
            Object value = left.remove(name);
            Object taken =
                    value == null ? null : kind.apply(scalar(name, value)).apply(name);
            if (taken != null) {
                known.put(name, taken);
            }
        }
        return this;
    }

    private static OldRow scalar(String name, Object value) {
        if (value instanceof Map || value instanceof Collection) {
            throw new UnusableValue(name);
        }
        return OldRow.ofValues(Map.of(name, value));
    }

    private static boolean isBlank(OldRow row, String name) {
        return row.requiredText(name).isBlank();
    }
}
