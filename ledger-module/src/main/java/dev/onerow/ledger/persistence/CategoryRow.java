package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.Category;
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

/** A category of a template. */
@MappedEntity("categories")
@KeyedTable(conflictsOn = "id")
record CategoryRow(
        @Id String id,
        @OnConflict(MergeRule.KEEP) String templateId,
        @Nullable String parentId,
        String name,
        @Nullable String flow,
        @Nullable String color,
        @Nullable String icon,
        int position,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static CategoryRow of(TemplateId template, Category category) {
        CategoryId parent = category.parent();
        Flow only = category.flow();
        return new CategoryRow(
                category.id().value(),
                template.value(),
                parent == null ? null : parent.value(),
                category.name(),
                only == null ? null : only.word(),
                category.color(),
                category.icon(),
                category.position(),
                0,
                null,
                null);
    }

    Stored<Category> stored() {
        Category category = new Category(
                new CategoryId(id),
                parentId == null ? null : new CategoryId(parentId),
                name,
                flow == null ? null : Words.of(Flow.class, flow),
                color,
                icon,
                position);
        return Instants.stored(category, version, createdAt, updatedAt);
    }
}
