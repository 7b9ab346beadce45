package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.CategoryRule;
import dev.onerow.ledger.domain.category.Template;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template with its parts as it is shown. */
@Serdeable
record TemplateView(
        String id,
        String name,
        @Nullable String description,
        boolean isSystem,
        boolean isDefault,
        String contentHash,
        List<CategoryView> categories,
        List<CategoryRuleView> rules,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static TemplateView of(
            Stored<Template> stored,
            boolean isDefault,
            List<Stored<Category>> categories,
            List<Stored<CategoryRule>> rules) {
        Template template = stored.value();
        return new TemplateView(
                template.id().value(),
                template.name(),
                template.description(),
                template.isSystem(),
                isDefault,
                template.contentHash(),
                categories.stream()
                        .map(category -> CategoryView.of(template.id(), category))
                        .toList(),
                rules.stream()
                        .map(rule -> CategoryRuleView.of(template.id(), rule))
                        .toList(),
                stored.version(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
