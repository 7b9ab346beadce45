package dev.onerow.ledger.persistence;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which ledger, or which template, is the default. */
@MappedEntity("defaults")
@KeyedTable(conflictsOn = "kind")
record DefaultRow(
        @Id String kind,
        String targetId,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static DefaultRow of(String kind, String target) {
        return new DefaultRow(kind, target, 0, null, null);
    }
}
