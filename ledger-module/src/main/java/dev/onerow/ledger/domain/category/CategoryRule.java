package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a template.
 *
 * @param category the category it gives
 * @param priority rules of higher priority are tried first
 * @param conditions canonical JSON of its conditions
 */
public record CategoryRule(
        RuleId id, CategoryId category, @Nullable String name, int priority, boolean isEnabled, String conditions) {}
