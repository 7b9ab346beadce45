package dev.onerow.quality.persistence;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an uploaded file: append-only. */
@MappedEntity("backfill_inputs")
@KeyedTable(conflictsOn = {"backfillId", "lineNo"})
record BackfillInputRow(
        @Id UUID backfillId,
        @Id long lineNo,
        @OnConflict(MergeRule.KEEP) String payload,
        @DateCreated @Micros @Nullable Instant createdAt) {}
