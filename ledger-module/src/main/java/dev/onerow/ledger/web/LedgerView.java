package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.persistence.Json;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ledger as it is shown. */
@Serdeable
record LedgerView(
        String id,
        String name,
        String type,
        @Nullable String categoryTemplateId,
        Json rules,
        boolean trackBalances,
        boolean isDefault,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static LedgerView of(Stored<Ledger> stored, boolean isDefault) {
        Ledger ledger = stored.value();
        return new LedgerView(
                ledger.id().value(),
                ledger.name(),
                ledger.type().word(),
                ledger.template() == null ? null : ledger.template().value(),
                Json.parse(ledger.rules().json()),
                ledger.tracksBalances(),
                isDefault,
                stored.version(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
