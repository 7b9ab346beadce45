package dev.onerow.registry.domain;

import java.util.function.Function;
import java.util.function.Supplier;

/** What becomes of a rule that is saved. */
public sealed interface RuleDecision {

    /** The rule says this from now on; perhaps it did before. */
    record Stored(Rule rule) implements RuleDecision {}

    /** The request's condition does not hold. */
    record ConditionFailed() implements RuleDecision {}

    /** There is no such rule yet, and without SQL there cannot be one. */
    record SqlMissing() implements RuleDecision {}

    /** Answers every case. */
    default <T> T answer(Function<Rule, T> stored, Supplier<T> conditionFailed, Supplier<T> sqlMissing) {
        if (this instanceof Stored now) {
            return stored.apply(now.rule());
        }
        return this instanceof ConditionFailed ? conditionFailed.get() : sqlMissing.get();
    }
}
