package dev.onerow.registry.domain;

import java.util.Locale;

/** Makes the name of a view from what its rule is called. The same rule gets the same name on every machine. */
public final class DerivedName {
    private static final int HEX = 8;

    private DerivedName() {}

    /**
     * A name of at most 63 characters of {@code a-z 0-9 _}. It may still be reserved: see {@link ViewName#isLegal}.
     *
     * @param name the display name of the rule
     */
    public static String of(String name, RuleCode code) {
        var normalised = normalised(name);
        // A code starts with a letter or a digit, so one of the two always says something.
        var telling = normalised.chars().allMatch(c -> c == '_') ? normalised(code.value()) : normalised;
        return telling.length() <= ViewName.MAX_LENGTH ? telling : shortened(telling);
    }

    private static String normalised(String text) {
        var name = new StringBuilder();
        text.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> name.appendCodePoint(isPlain(c) ? c : '_'));
        boolean startsWithDigit = !name.isEmpty() && Character.isDigit(name.charAt(0));
        return startsWithDigit ? "v_" + name : name.toString();
    }

    /** PostgreSQL would cut the name itself, two long names to the same one: the hash of the whole keeps them apart. */
    private static String shortened(String name) {
        int kept = ViewName.MAX_LENGTH - HEX - 1;
        return name.substring(0, kept) + "_" + Sha256.hex(name).substring(0, HEX);
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }
}
