package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.CategoryRule;
import dev.onerow.persistence.Json;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rule as it is shown. */
@Serdeable
record CategoryRuleView(
        String id,
        String templateId,
        String categoryId,
        @Nullable String name,
        int priority,
        boolean enabled,
        Json conditions,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static CategoryRuleView of(TemplateId template, Stored<CategoryRule> stored) {
        CategoryRule rule = stored.value();
        return new CategoryRuleView(
                rule.id().value(),
                template.value(),
                rule.category().value(),
                rule.name(),
                rule.priority(),
                rule.isEnabled(),
                Json.parse(rule.conditions()),
                stored.version(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
