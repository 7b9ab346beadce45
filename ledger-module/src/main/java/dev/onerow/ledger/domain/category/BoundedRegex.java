package dev.onerow.ledger.domain.category;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.onerow.ledger.domain.Parsed;

/**
 * A regular expression written by a user. It takes time in proportion to its own size and that of the text, has a
 * bounded size, and a bounded number of steps for one text: whatever it says, it cannot hang the server.
 */
final class BoundedRegex {
    private static final int LARGEST_PROGRAM = 1_000;
    private static final long MOST_STEPS = 250_000;

    private final Pattern pattern;

    private BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    static Parsed<BoundedRegex> of(String regex) {
        // The size is estimated before compiling, because repeats inside repeats would exhaust the memory right there.
        if (RegexSize.of(regex) > 4 * LARGEST_PROGRAM) {
            return tooLarge();
        }
        try {
            Pattern compiled = Pattern.compile(regex);
            return compiled.programSize() > LARGEST_PROGRAM ? tooLarge() : Parsed.of(new BoundedRegex(compiled));
        } catch (PatternSyntaxException invalid) {
            return Parsed.refused(
                    "invalid-regex", "Not a regular expression of RE2 syntax (no look-around, no back-references).");
        }
    }

    /** Whether it is found anywhere in a text. Beyond the steps allowed it is not: a rule must not guess. */
    boolean isFoundIn(String text) {
        return (text.length() + 1L) * pattern.programSize() <= MOST_STEPS
                && pattern.matcher(text).find();
    }

    private static Parsed<BoundedRegex> tooLarge() {
        return Parsed.refused("regex-too-large", "The regular expression repeats too much.");
    }
}
