package dev.onerow.quality.persistence;

import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads the history. */
@JdbcRepository(dialect = Dialect.ANSI)
interface HistoryReads extends GenericRepository<PatternHistoryRow, UUID> {

    String NEWEST = """
            FROM pattern_quality_history h
            WHERE h.pattern_id = :patternId
                AND h.measurement_timestamp <= :upTo
            ORDER BY h.measurement_timestamp DESC
            LIMIT :limit
            """;

    @Query("SELECT CAST(octet_length(CAST(h.metadata AS text)) AS bigint) " + NEWEST)
    List<Long> sizes(UUID patternId, @Micros Instant upTo, int limit);

    @Query("""
            SELECT h.id, h.pattern_id, h.measurement_timestamp, h.quality_score, h.confidence, h.version, h.metadata,
                h.completeness_score, h.documentation_score, h.onex_compliance_score, h.metadata_richness_score,
                h.complexity_score, h.input_hash, h.row_version, h.created_at, h.updated_at
            """ + NEWEST)
    List<PatternHistoryRow> newest(UUID patternId, @Micros Instant upTo, int limit);
}
