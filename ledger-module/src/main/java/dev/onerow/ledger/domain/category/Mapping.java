package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.TransactionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The category of one transaction in one ledger.
 *
 * @param id made by the service; the first one stays
 * @param rule the rule that gave it; null when a person did, or the rule is gone
 * @param ruleVersion the version of the rule then
 */
public record Mapping(
        String id,
        TransactionId transaction,
        LedgerId ledger,
        CategoryId category,
        List<String> tags,
        Assignment assignedBy,
        Instant assignedAt,
        @Nullable RuleId rule,
        @Nullable Long ruleVersion) {

    /** Copies the tags. */
    public Mapping {
        tags = List.copyOf(tags);
    }

    /** Whether it says the same as another one, whenever it was said. */
    boolean saysTheSameAs(Mapping other) {
        return equals(new Mapping(
                id,
                other.transaction,
                other.ledger,
                other.category,
                other.tags,
                other.assignedBy,
                assignedAt,
                other.rule,
                other.ruleVersion));
    }
}
