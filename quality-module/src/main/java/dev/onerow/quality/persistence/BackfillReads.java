package dev.onerow.quality.persistence;

import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads backfills. */
@JdbcRepository(dialect = Dialect.ANSI)
interface BackfillReads extends GenericRepository<BackfillRow, UUID> {

    Optional<BackfillRow> findById(UUID id);

    @Query("""
            SELECT b.id, b.source, b.state, b.params, b.checkpoint, b.seen, b.scored, b.unchanged, b.skipped, b.failed,
                b.problems, b.problem_count, b.lease_until, b.started_at, b.finished_at, b.row_version, b.created_at,
                b.updated_at
            FROM backfills b
            WHERE b.created_at <= :upTo
                AND (b.created_at < :upTo OR b.id > :after OR :isStart)
            ORDER BY b.created_at DESC, b.id
            LIMIT :limit
            """)
    List<BackfillRow> latest(@Micros Instant upTo, UUID after, boolean isStart, int limit);

    @Query("""
            SELECT b.id, b.source, b.state, b.params, b.checkpoint, b.seen, b.scored, b.unchanged, b.skipped, b.failed,
                b.problems, b.problem_count, b.lease_until, b.started_at, b.finished_at, b.row_version, b.created_at,
                b.updated_at
            FROM backfills b
            WHERE b.state IN ('queued', 'running')
                AND (b.lease_until IS NULL OR b.lease_until <= :now)
            ORDER BY b.created_at, b.id
            LIMIT :limit
            """)
    List<BackfillRow> waiting(@Micros Instant now, int limit);
}
