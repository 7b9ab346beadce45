package dev.onerow.quality.domain;

import java.util.Objects;

/** How a measurement comes in, which decides what it can say about where it came from. */
public enum Entrance {
    /** A score that somebody else computed: it knows neither the input nor its name nor a collection. */
    STATED,
    /** A pattern that was scored here. */
    SCORED,
    /** A pattern that was read from a collection and scored here. */
    BACKFILLED;

    boolean carriesInput() {
        return this != STATED;
    }

    /** Whether both agree in all that this entrance can say about the source. */
    boolean agree(Measurement stored, Measurement incoming) {
        return switch (this) {
            case STATED -> true;
            case SCORED -> isSameInput(stored, incoming);
            case BACKFILLED ->
                isSameInput(stored, incoming) && Objects.equals(stored.sourceCollection(), incoming.sourceCollection());
        };
    }

    private static boolean isSameInput(Measurement stored, Measurement incoming) {
        return stored.hasTheSameHashAs(incoming) && Objects.equals(stored.patternName(), incoming.patternName());
    }
}
