package dev.onerow.ledger.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and fills the members of plain JSON objects, where what is not set is left out. */
public final class Members {
    private Members() {}

    /** A text, if that is what the member is. */
    public static @Nullable String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    /** A truth value, if that is what the member is. */
    public static @Nullable Boolean bool(Map<?, ?> members, String name) {
        return members.get(name) instanceof Boolean flag ? flag : null;
    }

    /** A list of texts, if that is what the member is. */
    public static @Nullable List<String> texts(Map<?, ?> members, String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : null;
    }

    /** Sets a member unless there is nothing to set. */
    public static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
