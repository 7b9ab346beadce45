package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.LedgerRules;
import dev.onerow.ledger.domain.view.LedgerType;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ledger. */
@MappedEntity("ledgers")
@KeyedTable(conflictsOn = "id")
record LedgerRow(
        @Id String id,
        String name,
        String type,
        @Nullable String categoryTemplateId,
        Json rules,
        boolean trackBalances,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static LedgerRow of(Ledger ledger) {
        TemplateId template = ledger.template();
        return new LedgerRow(
                ledger.id().value(),
                ledger.name(),
                ledger.type().word(),
                template == null ? null : template.value(),
                Json.parse(ledger.rules().json()),
                ledger.tracksBalances(),
                0,
                null,
                null);
    }

    Stored<Ledger> stored() {
        Ledger ledger = new Ledger(
                new LedgerId(id),
                name,
                Words.of(LedgerType.class, type),
                categoryTemplateId == null ? null : new TemplateId(categoryTemplateId),
                LedgerRules.of(Trees.members(rules)),
                trackBalances);
        return Instants.stored(ledger, version, createdAt, updatedAt);
    }
}
