package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.RuleId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The enabled rules of a template in the order in which they are tried: the higher priority first, then by id. The
 * first whose conditions are all met decides, and nothing after it is tried. Immutable.
 */
public final class Rulebook {
    private final List<Rule> rules;

    /** A rulebook of these rules, in whatever order they come. */
    public Rulebook(Collection<Rule> enabled) {
        rules = enabled.stream()
                .sorted(Comparator.comparingInt(Rule::priority)
                        .reversed()
                        .thenComparing(rule -> rule.id().value()))
                .toList();
    }

    /**
     * An enabled rule.
     *
     * @param version the version of the rule, for explaining a choice later
     * @param category the category it gives
     * @param flow the flow that the category's top level is for; null: any
     */
    public record Rule(
            RuleId id,
            long version,
            int priority,
            RuleConditions conditions,
            CategoryId category,
            @Nullable Flow flow) {

        private boolean catches(Subject subject) {
            return (flow == null || flow == subject.flow()) && conditions.areMetBy(subject);
        }
    }

    /** The rule that decides about a transaction. */
    public Optional<Rule> deciding(Subject subject) {
        return rules.stream().filter(rule -> rule.catches(subject)).findFirst();
    }
}
