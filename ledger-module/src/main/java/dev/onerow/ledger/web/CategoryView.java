package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.Category;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A category as it is shown. */
@Serdeable
record CategoryView(
        String id,
        String templateId,
        @Nullable String parentId,
        String name,
        @Nullable String flow,
        @Nullable String color,
        @Nullable String icon,
        int position,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static CategoryView of(TemplateId template, Stored<Category> stored) {
        Category category = stored.value();
        return new CategoryView(
                category.id().value(),
                template.value(),
                category.parent() == null ? null : category.parent().value(),
                category.name(),
                category.flow() == null ? null : category.flow().word(),
                category.color(),
                category.icon(),
                category.position(),
                stored.version(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
