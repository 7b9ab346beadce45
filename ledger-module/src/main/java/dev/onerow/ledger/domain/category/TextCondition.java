package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.Parsed;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that a text has to meet. A missing text is the empty text, so a pattern does not catch what it cannot see.
 * Equal by pattern and match type. Thread-safe.
 */
public final class TextCondition {
    private static final int LONGEST = 500;

    private final String pattern;
    private final MatchType matchType;
    private final Predicate<String> test;

    private TextCondition(String pattern, MatchType matchType, Predicate<String> test) {
        this.pattern = pattern;
        this.matchType = matchType;
        this.test = test;
    }

    /** A condition; refuses empty and overlong patterns and what is no regular expression that can be kept in bounds. */
    public static Parsed<TextCondition> of(String pattern, MatchType matchType) {
        if (pattern.isEmpty()) {
            return Parsed.refused("empty-pattern", "An empty pattern would match everything.");
        }
        if (pattern.length() > LONGEST) {
            return Parsed.refused("too-long", "A pattern has at most " + LONGEST + " characters.");
        }
        if (matchType == MatchType.REGEX) {
            return BoundedRegex.of(pattern)
                    .then(regex -> Parsed.of(new TextCondition(pattern, matchType, regex::isFoundIn)));
        }
        return Parsed.of(new TextCondition(pattern, matchType, plain(lower(pattern), matchType)));
    }

    /** Whether a text, or a missing one, meets the condition. */
    public boolean isMetBy(@Nullable String text) {
        return test.test(text == null ? "" : text);
    }

    /** The pattern as given. */
    public String pattern() {
        return pattern;
    }

    /** How it is held against a text. */
    public MatchType matchType() {
        return matchType;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextCondition that && pattern.equals(that.pattern) && matchType == that.matchType;
    }

    @Override
    public int hashCode() {
        return 31 * pattern.hashCode() + matchType.hashCode();
    }

    @Override
    public String toString() {
        return matchType.word() + " " + pattern;
    }

    private static Predicate<String> plain(String pattern, MatchType matchType) {
        return switch (matchType) {
            case CONTAINS -> text -> lower(text).contains(pattern);
            case EQUALS -> text -> lower(text).equals(pattern);
            case STARTS_WITH -> text -> lower(text).startsWith(pattern);
            case ENDS_WITH -> text -> lower(text).endsWith(pattern);
            case REGEX -> throw new IllegalArgumentException("Not a plain text");
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
