package dev.onerow.quality.persistence;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Reads the lines of uploaded files. */
@JdbcRepository(dialect = Dialect.ANSI)
interface BackfillInputReads extends GenericRepository<BackfillInputRow, UUID> {

    /** Fewer than the limit when the lines before the last one have so many characters: a line may have a million. */
    @Query("""
            SELECT l.line_no AS line_no, l.payload AS payload
            FROM (
                SELECT n.line_no AS line_no, n.payload AS payload,
                    sum(length(n.payload)) OVER (ORDER BY n.line_no) - length(n.payload) AS characters_before
                FROM (
                    SELECT i.line_no AS line_no, i.payload AS payload
                    FROM backfill_inputs i
                    WHERE i.backfill_id = :backfillId
                        AND i.line_no > :after
                    ORDER BY i.line_no
                    LIMIT :limit
                ) n
            ) l
            WHERE l.characters_before < :characters
            ORDER BY l.line_no
            """)
    List<InputLine> lines(UUID backfillId, long after, int limit, long characters);

    @Query("SELECT count(*) FROM backfill_inputs i WHERE i.backfill_id = :backfillId")
    long countLines(UUID backfillId);

    /** A line as it is read. */
    @Introspected
    record InputLine(long lineNo, String payload) {}
}
