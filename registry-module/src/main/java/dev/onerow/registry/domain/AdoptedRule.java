package dev.onerow.registry.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule of an older database.
 *
 * @param formerId the id that it had there; null where it had none
 * @param updatedAt when it was changed there for the last time
 */
public record AdoptedRule(@Nullable Long formerId, Rule rule, Instant updatedAt) {

    /** Whether a rule that is stored here says the same. */
    public boolean says(Rule stored) {
        return rule.name().equals(stored.name())
                && Objects.equals(rule.description(), stored.description())
                && Objects.equals(rule.logic(), stored.logic())
                && rule.sql().equals(stored.sql());
    }

    /** What becomes of a rule that is stored here under the same code; empty when it stays as it is. */
    public Optional<Rule> over(Rule stored, Instant storedAt) {
        if (says(stored) || !updatedAt.isAfter(storedAt)) {
            return Optional.empty();
        }
        boolean isNewState = !rule.sql().equals(stored.sql()) || !Objects.equals(rule.logic(), stored.logic());
        return Optional.of(new Rule(
                stored.code(),
                rule.name(),
                rule.description(),
                rule.logic(),
                rule.sql(),
                stored.sqlVersion() + (isNewState ? 1 : 0)));
    }
}
