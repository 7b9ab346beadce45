package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.category.Assignment;
import dev.onerow.ledger.domain.category.Mapping;
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

/** The category of one transaction in one ledger. */
@MappedEntity("transaction_category_mappings")
@KeyedTable(conflictsOn = {"transactionId", "ledgerId"})
record MappingRow(
        @Id @OnConflict(MergeRule.KEEP) String id,
        String transactionId,
        String ledgerId,
        String categoryId,
        Json tags,
        String assignedBy,
        @Micros Instant assignedAt,
        @Nullable String ruleId,
        @Nullable Long ruleVersion,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    /** All columns of a mapping, of a table called m. */
    static final String COLUMNS = "m.id, m.transaction_id, m.ledger_id, m.category_id, m.tags, m.assigned_by,"
            + " m.assigned_at, m.rule_id, m.rule_version, m.version, m.created_at, m.updated_at";

    static MappingRow of(Mapping mapping) {
        RuleId rule = mapping.rule();
        return new MappingRow(
                mapping.id(),
                mapping.transaction().value(),
                mapping.ledger().value(),
                mapping.category().value(),
                Json.of(mapping.tags()),
                mapping.assignedBy().word(),
                mapping.assignedAt(),
                rule == null ? null : rule.value(),
                mapping.ruleVersion(),
                0,
                null,
                null);
    }

    Stored<Mapping> stored() {
        Mapping mapping = new Mapping(
                id,
                new TransactionId(transactionId),
                new LedgerId(ledgerId),
                new CategoryId(categoryId),
                Trees.texts(tags),
                Words.of(Assignment.class, assignedBy),
                assignedAt,
                ruleId == null ? null : new RuleId(ruleId),
                ruleVersion);
        return Instants.stored(mapping, version, createdAt, updatedAt);
    }
}
