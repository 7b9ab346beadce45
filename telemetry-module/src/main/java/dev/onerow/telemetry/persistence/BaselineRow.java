package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A count that came from an older database and has no facts here. Inserted once, never changed. */
@MappedEntity("http_error_baseline")
@KeyedTable(conflictsOn = {"source", "host", "statusCode"})
record BaselineRow(
        String source,
        String host,
        int statusCode,
        @OnConflict(MergeRule.KEEP) String errorType,
        @OnConflict(MergeRule.KEEP) long count,
        @OnConflict(MergeRule.KEEP) @Micros Instant firstSeen,
        @OnConflict(MergeRule.KEEP) @Micros Instant lastSeen,
        @DateCreated @Micros @Nullable Instant createdAt) {}
