package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.sidebyside.Field.Change;
import dev.onerow.benchmarks.sidebyside.Field.Kind;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The overwrite table: a uuid as key, JSON, and the last one said stays. */
final class Scores {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final AtomicLong SECONDS = new AtomicLong();

    private Scores() {}

    @MappedEntity("pattern_quality_metrics")
    @KeyedTable(conflictsOn = "patternId")
    record Score(
            @Id @OnConflict(MergeRule.KEEP) UUID id,
            UUID patternId,
            double qualityScore,
            double confidence,
            @Micros Instant measurementTimestamp,
            String version,
            Json metadata,
            @Version long rowVersion,
            @DateCreated @Micros @Nullable Instant createdAt,
            @DateUpdated @Micros @Nullable Instant updatedAt) {}

    static Shape<Score> shape() {
        return new Shape<>(
                "pattern_quality_metrics",
                Score.class,
                List.of(
                        new Field("id", Kind.UUID, Change.KEEP),
                        new Field("pattern_id", Kind.UUID, Change.KEY),
                        new Field("quality_score", Kind.DOUBLE, Change.REPLACE),
                        new Field("confidence", Kind.DOUBLE, Change.REPLACE),
                        new Field("measurement_timestamp", Kind.TIME, Change.REPLACE),
                        new Field("version", Kind.TEXT, Change.REPLACE),
                        new Field("metadata", Kind.JSON, Change.REPLACE),
                        new Field("row_version", Kind.LONG, Change.COUNT_UP),
                        new Field("created_at", Kind.TIME, Change.KEEP),
                        new Field("updated_at", Kind.TIME, Change.REPLACE)),
                Scores::row,
                Scores::values,
                ScoreEntity::of);
    }

    private static Score row(int number) {
        long second = SECONDS.incrementAndGet();
        return new Score(
                new UUID(second * 0x9E3779B97F4A7C15L, number),
                new UUID((number + 1) * 0x9E3779B97F4A7C15L, number),
                (second % 1000) / 1000.0,
                0.5,
                BEGIN.plusSeconds(second),
                "1.0.0",
                Json.parse("{\"source\":\"bench\",\"run\":" + second + "}"),
                0,
                null,
                null);
    }

    private static Object[] values(Score row) {
        var now = row.measurementTimestamp().atOffset(ZoneOffset.UTC);
        return new Object[] {
            row.id(),
            row.patternId(),
            row.qualityScore(),
            row.confidence(),
            now,
            row.version(),
            row.metadata().text(),
            1L,
            now,
            now
        };
    }
}
