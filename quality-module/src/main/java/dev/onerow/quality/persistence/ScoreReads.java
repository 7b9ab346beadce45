package dev.onerow.quality.persistence;

import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads current scores. */
@JdbcRepository(dialect = Dialect.ANSI)
interface ScoreReads extends GenericRepository<PatternScoreRow, UUID> {
    String SCORES = """
            SELECT s.id, s.pattern_id, s.quality_score, s.confidence, s.measurement_timestamp, s.version, s.metadata,
                s.completeness_score, s.documentation_score, s.onex_compliance_score, s.metadata_richness_score,
                s.complexity_score, s.input_hash, s.pattern_name, s.source_collection, s.row_version, s.created_at,
                s.updated_at
            """;

    String SIZES = """
            SELECT CAST(octet_length(CAST(s.metadata AS text)) + coalesce(octet_length(s.pattern_name), 0) AS bigint)
            """;

    String FILTERED = """
            FROM pattern_quality_metrics s
            WHERE s.quality_score >= :from
                AND s.quality_score <= :to
                AND s.quality_score < :below
                AND s.confidence >= :fromConfidence
                AND (CAST(:version AS text) IS NULL OR s.version = CAST(:version AS text))
            """;

    String BEST = """
                AND (s.quality_score < :afterScore OR s.pattern_id > :afterPattern)
            ORDER BY s.quality_score DESC, s.pattern_id
            LIMIT :limit
            """;

    String LATEST = """
                AND s.measurement_timestamp <= :afterTime
                AND (s.measurement_timestamp < :afterTime OR s.pattern_id > :afterPattern OR :isStart)
            ORDER BY s.measurement_timestamp DESC, s.pattern_id
            LIMIT :limit
            """;

    Optional<PatternScoreRow> findByPatternId(UUID patternId);

    @Query("SELECT s.id FROM pattern_quality_metrics s WHERE s.id IN (:ids)")
    List<UUID> idsAmong(Collection<UUID> ids);

    /** One scan of the index over score and pattern, from the place where the page starts. */
    @Query(SCORES + FILTERED + BEST)
    List<PatternScoreRow> best(
            double from,
            double to,
            double below,
            double fromConfidence,
            @Nullable String version,
            double afterScore,
            UUID afterPattern,
            int limit);

    @Query(SIZES + FILTERED + BEST)
    List<Long> sizesOfBest(
            double from,
            double to,
            double below,
            double fromConfidence,
            @Nullable String version,
            double afterScore,
            UUID afterPattern,
            int limit);

    /** One scan of the index over time and pattern, from the place where the page starts. */
    @Query(SCORES + FILTERED + LATEST)
    List<PatternScoreRow> latest(
            double from,
            double to,
            double below,
            double fromConfidence,
            @Nullable String version,
            @Micros Instant afterTime,
            UUID afterPattern,
            boolean isStart,
            int limit);

    @Query(SIZES + FILTERED + LATEST)
    List<Long> sizesOfLatest(
            double from,
            double to,
            double below,
            double fromConfidence,
            @Nullable String version,
            @Micros Instant afterTime,
            UUID afterPattern,
            boolean isStart,
            int limit);
}
