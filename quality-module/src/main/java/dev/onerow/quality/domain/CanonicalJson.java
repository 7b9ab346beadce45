package dev.onerow.quality.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one text of a JSON value, for hashing and comparing: keys sorted by code point, no white space, numbers as decimals without
 * exponent and trailing zeros.
 */
public final class CanonicalJson {
    private static final int FIRST_PRINTABLE = 0x20;

    /** Java orders texts by UTF-16 units, in which pairs of surrogates come before U+E000. */
    private static final Comparator<String> BY_CODE_POINT = (one, other) ->
            Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

    private CanonicalJson() {}

    /**
     * Writes a JSON value.
     *
     * @throws IllegalArgumentException when it is, or holds, something that JSON has no form for
     */
    public static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            appendText(out, text);
        } else if (value instanceof Number number) {
            appendNumber(out, number);
        } else if (value instanceof List<?> list) {
            appendList(out, list);
        } else if (value instanceof Map<?, ?> map) {
            appendMap(out, map);
        } else {
            throw new IllegalArgumentException("Not a JSON value: " + value.getClass());
        }
    }

    private static void appendNumber(StringBuilder out, Number number) {
        if (!Decimals.canBeWrittenOut(number)) {
            throw new IllegalArgumentException("Not a number that can be written out");
        }
        out.append(Decimals.plain(number));
    }

    private static void appendList(StringBuilder out, List<?> list) {
        out.append('[');
        for (Iterator<?> elements = list.iterator(); elements.hasNext(); ) {
            append(out, elements.next());
            out.append(elements.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>(BY_CODE_POINT);
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        String comma = "";
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            out.append(comma);
            appendText(out, member.getKey());
            out.append(':');
            append(out, member.getValue());
            comma = ",";
        }
        out.append('}');
    }

    /** In runs of characters that stand for themselves: code has tens of them between two that do not. */
    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            if (mustBeEscaped(text, i)) {
                out.append(text, run, i).append(escaped(text.charAt(i)));
                run = i + 1;
            }
        }
        out.append(text, run, text.length()).append('"');
    }

    private static boolean mustBeEscaped(String text, int index) {
        char c = text.charAt(index);
        // A lone surrogate has no UTF-8 form: as it is, two different texts would hash alike.
        return c < FIRST_PRINTABLE || c == '"' || c == '\\' || isLoneSurrogate(text, index);
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
    }

    private static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        boolean hasPartner = Character.isHighSurrogate(c)
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        return !hasPartner;
    }
}
