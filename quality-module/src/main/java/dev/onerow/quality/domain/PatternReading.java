package dev.onerow.quality.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What JSON turned out to be: a pattern, or not scorable. The same for every entrance. */
public sealed interface PatternReading {

    /**
     * It can be scored.
     *
     * @param pattern under its canonical names
     */
    record Scorable(Pattern pattern) implements PatternReading {}

    /**
     * It cannot.
     *
     * @param flaws why, at least one
     */
    record NotScorable(List<Flaw> flaws) implements PatternReading {
        /** Copies the flaws. */
        public NotScorable {
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * Reads a pattern. Missing and null are the same; an alias counts when the canonical key is missing or empty;
     * keys that are neither are not looked at.
     */
    static PatternReading of(Map<String, ? extends @Nullable Object> json) {
        return new PatternMapping(json).read();
    }

    /** Answers either case. */
    default <T> T answer(Function<Pattern, T> scorable, Function<List<Flaw>, T> notScorable) {
        if (this instanceof Scorable reading) {
            return scorable.apply(reading.pattern());
        }
        return notScorable.apply(((NotScorable) this).flaws());
    }
}
