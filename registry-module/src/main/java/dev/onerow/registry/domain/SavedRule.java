package dev.onerow.registry.domain;

import java.util.function.Function;

/** What became of a rule that was saved. */
public sealed interface SavedRule {

    /** It is stored. */
    record Saved(Effect effect, StoredRule rule) implements SavedRule {}

    /** It is not. */
    record Refused(Refusal why) implements SavedRule {}

    /** Answers every case. */
    default <T> T answer(Function<Saved, T> saved, Function<Refusal, T> refused) {
        return this instanceof Saved it ? saved.apply(it) : refused.apply(((Refused) this).why());
    }
}
