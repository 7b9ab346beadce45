package dev.onerow.ledger.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain values as JSON in one form only: members sorted by name, no blanks, numbers as they are. Equal
 * content has equal text, and so an equal hash.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * The text of a value made of maps with string keys, collections, strings, booleans, integers and null.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static String write(@Nullable Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return String.valueOf(value);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof Collection<?> values) {
            List<String> written = new ArrayList<>();
            values.forEach(element -> written.add(write(element)));
            return "[" + String.join(",", written) + "]";
        }
        throw new IllegalArgumentException("No canonical form: " + value.getClass());
    }

    private static String object(Map<?, ?> map) {
        Map<String, String> members = new TreeMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), write(value)));
        List<String> written = new ArrayList<>();
        members.forEach((name, value) -> written.add(quoted(name) + ":" + value));
        return "{" + String.join(",", written) + "}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
