package dev.onerow.app;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import dev.onerow.persistence.adopting.KeptRows.KeptRow;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of an older database that is not as it was in any table, and why. Never changed. */
@MappedEntity("adopted_rows")
@KeyedTable(conflictsOn = {"source", "tableName", "sourceKey"})
record AdoptedRow(
        String source,
        String tableName,
        String sourceKey,
        @OnConflict(MergeRule.KEEP) Json row,
        @OnConflict(MergeRule.KEEP) String reason,
        @DateCreated @Micros @Nullable Instant createdAt) {

    static AdoptedRow of(KeptRow kept) {
        return new AdoptedRow(
                kept.source(),
                kept.table(),
                kept.sourceKey(),
                kept.row().json(),
                kept.reason().word(),
                null);
    }
}
