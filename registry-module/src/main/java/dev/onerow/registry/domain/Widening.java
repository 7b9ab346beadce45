package dev.onerow.registry.domain;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of type after which every old value still fits: the other direction, and all other changes, may break readers. */
final class Widening {
    private static final List<List<String>> LADDERS =
            List.of(List.of("smallint", "integer", "bigint", "numeric"), List.of("real", "double precision"));

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "int", "integer", "decimal", "numeric", "double", "double precision", "character varying", "varchar");

    private static final Pattern SIZED = Pattern.compile(
            "(varchar|character varying|numeric|decimal)\\s*\\(\\s*(\\d{1,9})\\s*(?:,\\s*(-?\\d{1,9})\\s*)?\\)");

    private Widening() {}

    static boolean leads(String from, String to) {
        var before = plainName(from);
        var after = plainName(to);
        return before.equals(after)
                || isHigher(before, after)
                || widensText(before, after)
                || widensNumeric(before, after);
    }

    private static boolean isHigher(String from, String to) {
        return LADDERS.stream()
                .filter(ladder -> ladder.contains(from))
                .anyMatch(ladder -> ladder.indexOf(to) > ladder.indexOf(from));
    }

    private static boolean widensText(String from, String to) {
        long old = textLength(from);
        return old > 0 && textLength(to) >= old;
    }

    /** Without a limit a varchar is as wide as a text, but a text is not a varchar. */
    private static long textLength(String type) {
        if (type.equals("text")) {
            return Long.MAX_VALUE;
        }
        if (type.equals("varchar")) {
            return Long.MAX_VALUE - 1;
        }
        var sized = SIZED.matcher(type);
        return sized.matches() && isVarchar(sized) ? Long.parseLong(sized.group(2)) : 0;
    }

    private static boolean widensNumeric(String from, String to) {
        var old = SIZED.matcher(from);
        var wide = SIZED.matcher(to);
        return old.matches()
                && wide.matches()
                && !isVarchar(old)
                && !isVarchar(wide)
                && scale(old) == scale(wide)
                && Long.parseLong(wide.group(2)) >= Long.parseLong(old.group(2));
    }

    private static boolean isVarchar(Matcher sized) {
        return sized.group(1).equals("varchar") || sized.group(1).equals("character varying");
    }

    private static long scale(Matcher numeric) {
        return numeric.group(3) == null ? 0 : Long.parseLong(numeric.group(3));
    }

    private static String plainName(String type) {
        return OTHER_NAMES.getOrDefault(type, type);
    }
}
