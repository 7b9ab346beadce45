package dev.onerow.telemetry.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one report, so that its producer learns everything at once. */
final class Flaws {
    // Nobody reads more, and a hostile report must not earn an answer many times its own size.
    private static final int MOST = 100;

    // More than the years 0001 to 9999 have: any two times can be a duration apart, and sums and squares stay finite.
    private static final double LONGEST_MS = 1e15;

    private final List<Flaw> found = new ArrayList<>();

    void add(String pointer, String code, String detail) {
        add(new Flaw(Flaw.Kind.INVALID_BODY, pointer, code, detail));
    }

    void addUrl(String pointer, String detail) {
        add(new Flaw(Flaw.Kind.INVALID_URL, pointer, "invalid-url", detail));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Flaw> found() {
        return List.copyOf(found);
    }

    /** Milliseconds that may be missing, else 0 to 1e15. */
    @Nullable
    Double duration(String pointer, @Nullable Double value) {
        return number(pointer, value, LONGEST_MS, "0 to 1e15 milliseconds.");
    }

    /** A share that may be missing, else 0 to 1. */
    @Nullable
    Double share(String pointer, @Nullable Double value) {
        return number(pointer, value, 1, "0 to 1.");
    }

    /** Negative zero becomes zero. */
    private @Nullable Double number(String pointer, @Nullable Double value, double most, String range) {
        if (value == null) {
            return null;
        }
        if (!(value >= 0 && value <= most)) { // Nor is NaN.
            add(pointer, "out-of-range", range);
        }
        return value + 0.0;
    }

    /** A count that may be missing, else must not be below zero. */
    @Nullable
    Long count(String pointer, @Nullable Long value) {
        if (value != null && value < 0) {
            add(pointer, "out-of-range", "0 or more.");
        }
        return value;
    }

    /** A text that may be missing, else must be one that both databases can keep. */
    void text(String pointer, @Nullable String value) {
        if (value != null && !CodePoints.canBeStored(value)) {
            add(pointer, "invalid-text", "No U+0000 and no half surrogate pair.");
        }
    }

    /** A text that is looked up by an index, which on PostgreSQL bounds its length. */
    void text(String pointer, @Nullable String value, int limit) {
        text(pointer, value);
        if (value != null && CodePoints.isLongerThan(value, limit)) {
            add(pointer, "too-long", "At most " + limit + " characters.");
        }
    }

    /** A text for people that may be missing; credentials in it are masked. */
    @Nullable
    String message(String pointer, @Nullable String value) {
        text(pointer, value);
        return value == null ? null : Credentials.maskedInText(value);
    }

    /** A text for people that is masked, and only then cut, so that no half of a credential escapes the mask. */
    @Nullable
    String message(String pointer, @Nullable String value, int limit) {
        String masked = message(pointer, value);
        return masked == null ? null : CodePoints.cut(masked, limit);
    }

    private void add(Flaw flaw) {
        if (found.size() < MOST) {
            found.add(flaw);
        }
    }

    static String pointer(String parent, String member) {
        return parent + "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
