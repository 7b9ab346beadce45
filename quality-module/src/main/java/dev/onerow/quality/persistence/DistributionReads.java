package dev.onerow.quality.persistence;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts current scores. */
@JdbcRepository(dialect = Dialect.ANSI)
interface DistributionReads extends GenericRepository<PatternScoreRow, UUID> {

    /** The dust is added before the score is cut to its bucket, so that 0.8999999999999999 is in the one of 0.9. */
    @Query("""
            SELECT b.bucket AS bucket, count(*) AS scores
            FROM (
                SELECT CASE
                    WHEN (s.quality_score + :dust) * :buckets >= :buckets THEN :buckets - 1
                    ELSE floor((s.quality_score + :dust) * :buckets)
                END AS bucket
                FROM pattern_quality_metrics s
            ) b
            GROUP BY b.bucket
            ORDER BY b.bucket
            """)
    List<BucketCount> buckets(double buckets, double dust);

    /**
     * Each average leaves out the rows that do not have the dimension. Added as decimals, which give the same in whatever
     * order the rows lie; SQLite, which has none, keeps its doubles and adds those with their rounding errors.
     */
    @Query("""
            SELECT count(CASE WHEN s.quality_score >= :excellent THEN 1 END) AS excellent,
                count(CASE WHEN s.quality_score >= :good AND s.quality_score < :excellent THEN 1 END) AS good,
                count(CASE WHEN s.quality_score >= :fair AND s.quality_score < :good THEN 1 END) AS fair,
                count(CASE WHEN s.quality_score < :fair THEN 1 END) AS poor,
                CAST(avg(CAST(s.completeness_score AS numeric)) AS double precision) AS completeness,
                count(s.completeness_score) AS completeness_count,
                CAST(avg(CAST(s.documentation_score AS numeric)) AS double precision) AS documentation,
                count(s.documentation_score) AS documentation_count,
                CAST(avg(CAST(s.onex_compliance_score AS numeric)) AS double precision) AS onex_compliance,
                count(s.onex_compliance_score) AS onex_compliance_count,
                CAST(avg(CAST(s.metadata_richness_score AS numeric)) AS double precision) AS metadata_richness,
                count(s.metadata_richness_score) AS metadata_richness_count,
                CAST(avg(CAST(s.complexity_score AS numeric)) AS double precision) AS complexity,
                count(s.complexity_score) AS complexity_count
            FROM pattern_quality_metrics s
            """)
    Overview overview(double excellent, double good, double fair);

    /**
     * How many scores are in a bucket.
     *
     * @param bucket from 0; a whole number, which one of the databases counts as a double
     * @param scores how many
     */
    @Introspected
    record BucketCount(double bucket, long scores) {}

    /** The tiers, and the dimensions with how many scores have them. */
    @Introspected
    record Overview(
            long excellent,
            long good,
            long fair,
            long poor,
            @Nullable Double completeness,
            long completenessCount,
            @Nullable Double documentation,
            long documentationCount,
            @Nullable Double onexCompliance,
            long onexComplianceCount,
            @Nullable Double metadataRichness,
            long metadataRichnessCount,
            @Nullable Double complexity,
            long complexityCount) {}
}
