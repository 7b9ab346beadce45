package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.category.Mapping;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The category of a transaction in a ledger as it is shown. */
@Serdeable
record MappingView(
        String id,
        String transactionId,
        String ledgerId,
        String categoryId,
        List<String> tags,
        String assignedBy,
        Instant assignedAt,
        @Nullable String ruleId,
        @Nullable Long ruleVersion,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static MappingView of(Stored<Mapping> stored) {
        Mapping mapping = stored.value();
        return new MappingView(
                mapping.id(),
                mapping.transaction().value(),
                mapping.ledger().value(),
                mapping.category().value(),
                mapping.tags(),
                mapping.assignedBy().word(),
                mapping.assignedAt(),
                mapping.rule() == null ? null : mapping.rule().value(),
                mapping.ruleVersion(),
                stored.version(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
