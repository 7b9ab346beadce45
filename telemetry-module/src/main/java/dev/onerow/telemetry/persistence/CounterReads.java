package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Micros;
import dev.onerow.telemetry.domain.Counter;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads counters. */
@JdbcRepository(dialect = Dialect.ANSI)
interface CounterReads extends GenericRepository<CounterRow, Long> {

    @Query("""
            SELECT s.*
            FROM http_error_summary s
            WHERE s.last_seen >= :from
                AND s.last_seen <= :until
                AND (CAST(:host AS text) IS NULL OR s.host = CAST(:host AS text))
                AND (CAST(:statusCode AS integer) IS NULL OR s.status_code = CAST(:statusCode AS integer))
            ORDER BY s.count DESC, s.last_seen DESC, s.host, s.status_code
            LIMIT :limit
            """)
    List<CounterRow> mostFrequent(
            @Micros Instant from,
            @Micros Instant until,
            @Nullable String host,
            @Nullable Integer statusCode,
            int limit);

    /** Every counter that is there or should be, side by side with what it should be. One statement, so one snapshot. */
    @Query("""
            SELECT coalesce(e.host, s.host) AS host, coalesce(e.status_code, s.status_code) AS status_code,
                coalesce(e.facts, 0) AS facts, e.count AS expected_count, e.first_seen AS expected_first,
                e.last_seen AS expected_last, s.count AS actual_count, s.first_seen AS actual_first,
                s.last_seen AS actual_last
            FROM\s""" + ExpectedCounters.EXPECTED + """
            FULL JOIN http_error_summary s ON s.host = e.host AND s.status_code = e.status_code
            ORDER BY 1, 2
            """)
    Stream<SideBySide> sideBySide();

    /** A counter as it should be and as it is; the members of one that is missing are null. */
    @MappedEntity
    record SideBySide(
            String host,
            int statusCode,
            long facts,
            @Nullable Long expectedCount,
            @Nullable @Micros Instant expectedFirst,
            @Nullable @Micros Instant expectedLast,
            @Nullable Long actualCount,
            @Nullable @Micros Instant actualFirst,
            @Nullable @Micros Instant actualLast) {

        @Nullable
        Counter expected() {
            return counter(expectedCount, expectedFirst, expectedLast);
        }

        @Nullable
        Counter actual() {
            return counter(actualCount, actualFirst, actualLast);
        }

        private static @Nullable Counter counter(
                @Nullable Long count, @Nullable Instant first, @Nullable Instant last) {
            return count == null || first == null || last == null ? null : new Counter(count, first, last);
        }
    }
}
