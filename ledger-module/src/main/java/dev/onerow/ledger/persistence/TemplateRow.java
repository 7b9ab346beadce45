package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.Template;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A category template. */
@MappedEntity("category_templates")
@KeyedTable(conflictsOn = "id")
record TemplateRow(
        @Id String id,
        String name,
        @Nullable String description,
        boolean isSystem,
        String contentHash,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static TemplateRow of(Template template) {
        return new TemplateRow(
                template.id().value(),
                template.name(),
                template.description(),
                template.isSystem(),
                template.contentHash(),
                0,
                null,
                null);
    }

    Stored<Template> stored() {
        Template template = new Template(new TemplateId(id), name, description, isSystem, contentHash);
        return Instants.stored(template, version, createdAt, updatedAt);
    }
}
