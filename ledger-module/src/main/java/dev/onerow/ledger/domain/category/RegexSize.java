package dev.onerow.ledger.domain.category;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Estimates from above how large a regular expression becomes when its counted repeats are written out. Reads brackets
 * and escapes only as far as that needs; whether the expression is valid is for its compiler to say.
 */
final class RegexSize {
    private static final Pattern REPEAT = Pattern.compile("\\{([0-9]{1,9})(,)?([0-9]{1,9})?}");
    private static final long CEILING = 1_000_000_000;

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private int position;
    private long size;
    private long lastAtom;

    private RegexSize(String regex) {
        this.regex = regex;
    }

    static long of(String regex) {
        return new RegexSize(regex).measured();
    }

    private long measured() {
        Matcher repeat = REPEAT.matcher(regex);
        while (position < regex.length()) {
            char c = regex.charAt(position);
            if (c == '{' && repeat.region(position, regex.length()).lookingAt()) {
                repeatLast(repeat);
                position = repeat.end();
            } else {
                step(c);
            }
        }
        while (!outer.isEmpty()) {
            size = Math.min(CEILING, size + outer.pop());
        }
        return size;
    }

    private void step(char c) {
        switch (c) {
            case '(' -> {
                outer.push(size);
                size = 1;
                position++;
            }
            case ')' -> {
                lastAtom = size + 1;
                size = Math.min(CEILING, lastAtom + (outer.isEmpty() ? 0 : outer.pop()));
                position++;
            }
            case '[' -> {
                position = endOfClass();
                add(1);
            }
            case '\\' -> {
                position = endOfEscape();
                add(1);
            }
            case '*', '+', '?' -> {
                position++;
                size = Math.min(CEILING, size + 1);
                lastAtom++;
            }
            default -> {
                position++;
                add(1);
            }
        }
    }

    private void add(long atom) {
        lastAtom = atom;
        size = Math.min(CEILING, size + atom);
    }

    private void repeatLast(Matcher repeat) {
        long least = Long.parseLong(repeat.group(1));
        long most = repeat.group(3) == null ? least + 1 : Math.max(least, Long.parseLong(repeat.group(3)));
        long repeated = Math.min(CEILING, Math.max(1, most) * (lastAtom + 1));
        size = Math.min(CEILING, size - lastAtom + repeated);
        lastAtom = repeated;
    }

    private int endOfClass() {
        int i = position + 1;
        if (i < regex.length() && regex.charAt(i) == '^') {
            i++;
        }
        // A bracket that comes first in its class stands for itself.
        for (int first = i; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (regex.startsWith("[:", i) && regex.indexOf(":]", i) > 0) {
                i = regex.indexOf(":]", i) + 1;
            } else if (c == ']' && i > first) {
                return i + 1;
            }
        }
        return regex.length();
    }

    private int endOfEscape() {
        if (regex.startsWith("\\Q", position)) {
            int end = regex.indexOf("\\E", position);
            int after = end < 0 ? regex.length() : end + 2;
            size = Math.min(CEILING, size + after - position);
            return after;
        }
        boolean hasName = regex.startsWith("{", position + 2) && regex.indexOf('}', position) > 0;
        return hasName && "pPx".indexOf(regex.charAt(position + 1)) >= 0
                ? regex.indexOf('}', position) + 1
                : Math.min(regex.length(), position + 2);
    }
}
