package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import dev.onerow.telemetry.domain.Counter;
import dev.onerow.telemetry.domain.CounterKey;
import dev.onerow.telemetry.domain.HttpErrorType;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often a host answered with an error status. Gains by a merged write; is corrected by a decided one. */
@MappedEntity("http_error_summary")
@KeyedTable(conflictsOn = {"host", "statusCode"})
record CounterRow(
        @Id @GeneratedValue @Nullable Long id,
        String host,
        int statusCode,
        @OnConflict(MergeRule.KEEP) String errorType,
        @OnConflict(MergeRule.ADD) long count,
        @OnConflict(MergeRule.LEAST) @Micros Instant firstSeen,
        @OnConflict(MergeRule.GREATEST) @Micros Instant lastSeen,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static CounterRow of(CounterKey key, Counter counter) {
        return new CounterRow(
                null,
                key.host().value(),
                key.statusCode(),
                HttpErrorType.of(key.statusCode()).orElseThrow().word(),
                counter.count(),
                counter.firstSeen(),
                counter.lastSeen(),
                0,
                null,
                null);
    }

    Counter counter() {
        return new Counter(count, firstSeen, lastSeen);
    }
}
