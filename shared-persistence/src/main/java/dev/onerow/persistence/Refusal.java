package dev.onerow.persistence;

import org.jspecify.annotations.Nullable;

/** Why a row was {@link Outcome#REJECTED}. Carries no bound values. */
public sealed interface Refusal {

    /**
     * A {@link Decider} refused it.
     *
     * @param reason what {@link Decision.Refuse} carried
     */
    record ByDecision(Object reason) implements Refusal {}

    /**
     * A constraint of the database refused it.
     *
     * @param violation which one
     */
    record ByConstraint(ConstraintViolation violation) implements Refusal {}

    /**
     * A value cannot be stored on both databases: NaN or an infinity, U+0000, an unpaired surrogate, a missing key
     * member, an instant beyond what the databases keep.
     *
     * @param member the member of the row
     * @param column its column
     * @param problem what is wrong, without the value
     */
    record ByValue(String member, String column, String problem) implements Refusal {}

    /** The caller's own reason, or null when it was not a decision that refused. */
    default @Nullable Object reason() {
        return this instanceof ByDecision decision ? decision.reason() : null;
    }
}
