package dev.onerow.persistence.readings;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often a station sent a code: every merge rule there is. */
@MappedEntity("reading_counts")
@KeyedTable(conflictsOn = {"station", "code"})
public record ReadingCount(
        @Id @GeneratedValue @Nullable Long id,
        String station,
        int code,
        @OnConflict(MergeRule.KEEP) String label,
        @OnConflict(MergeRule.ADD) long count,
        @OnConflict(MergeRule.LEAST) @Micros @Nullable Instant firstSeen,
        @OnConflict(MergeRule.GREATEST) @Micros @Nullable Instant lastSeen,
        @OnConflict(MergeRule.COALESCE) @Nullable String note,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    public static ReadingCount of(String station, int code, long count) {
        return new ReadingCount(null, station, code, "label", count, null, null, null, 0, null, null);
    }

    public ReadingCount seen(@Nullable Instant first, @Nullable Instant last) {
        return new ReadingCount(id, station, code, label, count, first, last, note, version, createdAt, updatedAt);
    }

    public ReadingCount labelled(String other) {
        return new ReadingCount(
                id, station, code, other, count, firstSeen, lastSeen, note, version, createdAt, updatedAt);
    }

    public ReadingCount noted(@Nullable String other) {
        return new ReadingCount(
                id, station, code, label, count, firstSeen, lastSeen, other, version, createdAt, updatedAt);
    }

    public ReadingCount counting(long other) {
        return new ReadingCount(
                id, station, code, label, other, firstSeen, lastSeen, note, version, createdAt, updatedAt);
    }
}
