package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.sidebyside.Field.Change;
import dev.onerow.benchmarks.sidebyside.Field.Kind;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The counter table: what a row says is added to what is stored. */
final class Counters {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final AtomicLong SECONDS = new AtomicLong();

    private Counters() {}

    @MappedEntity("http_error_summary")
    @KeyedTable(conflictsOn = {"host", "statusCode"})
    record Counter(
            @Id @GeneratedValue @Nullable Long id,
            String host,
            int statusCode,
            @OnConflict(MergeRule.KEEP) String errorType,
            @OnConflict(MergeRule.ADD) long count,
            @OnConflict(MergeRule.LEAST) @Micros Instant firstSeen,
            @OnConflict(MergeRule.GREATEST) @Micros Instant lastSeen,
            @Version long version,
            @DateCreated @Micros @Nullable Instant createdAt,
            @DateUpdated @Micros @Nullable Instant updatedAt) {}

    static Shape<Counter> shape() {
        return new Shape<>(
                "http_error_summary",
                Counter.class,
                List.of(
                        new Field("host", Kind.TEXT, Change.KEY),
                        new Field("status_code", Kind.INT, Change.KEY),
                        new Field("error_type", Kind.TEXT, Change.KEEP),
                        new Field("count", Kind.LONG, Change.ADD),
                        new Field("first_seen", Kind.TIME, Change.LEAST),
                        new Field("last_seen", Kind.TIME, Change.GREATEST),
                        new Field("version", Kind.LONG, Change.COUNT_UP),
                        new Field("created_at", Kind.TIME, Change.KEEP),
                        new Field("updated_at", Kind.TIME, Change.REPLACE)),
                Counters::row,
                Counters::values,
                CounterEntity::of);
    }

    private static Counter row(int number) {
        Instant now = BEGIN.plusSeconds(SECONDS.incrementAndGet());
        return new Counter(
                null,
                "host-" + number / 4 + ".example.org",
                404 + number % 4,
                "client_error",
                1 + number % 3,
                now,
                now,
                0,
                null,
                null);
    }

    private static Object[] values(Counter row) {
        var now = row.lastSeen().atOffset(ZoneOffset.UTC);
        return new Object[] {
            row.host(),
            row.statusCode(),
            row.errorType(),
            row.count(),
            row.firstSeen().atOffset(ZoneOffset.UTC),
            row.lastSeen().atOffset(ZoneOffset.UTC),
            1L,
            now,
            now
        };
    }
}
