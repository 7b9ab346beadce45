package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.CategoryRule;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rule of a template. */
@MappedEntity("category_rules")
@KeyedTable(conflictsOn = "id")
record CategoryRuleRow(
        @Id String id,
        @OnConflict(MergeRule.KEEP) String templateId,
        String categoryId,
        @Nullable String name,
        int priority,
        boolean enabled,
        Json conditions,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static CategoryRuleRow of(TemplateId template, CategoryRule rule) {
        return new CategoryRuleRow(
                rule.id().value(),
                template.value(),
                rule.category().value(),
                rule.name(),
                rule.priority(),
                rule.isEnabled(),
                Json.parse(rule.conditions()),
                0,
                null,
                null);
    }

    Stored<CategoryRule> stored() {
        CategoryRule rule = new CategoryRule(
                new RuleId(id), new CategoryId(categoryId), name, priority, enabled, conditions.text());
        return Instants.stored(rule, version, createdAt, updatedAt);
    }
}
