package dev.onerow.benchmarks.quality;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.PatternScores.AfterScore;
import dev.onerow.quality.domain.ScoreFilter;
import dev.onerow.quality.domain.StoredScore;
import dev.onerow.quality.domain.Tier;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The first page of many scores. That it is a scan of the index is shown, by its plan, by a test of the module. */
@Singleton
final class FindingTheBest implements Figure {
    private static final int PAGE = 50;
    private static final int SCORES = 1_000_000;

    private final PatternScores scores;

    FindingTheBest(PatternScores scores) {
        this.scores = scores;
    }

    @Override
    public String name() {
        return "quality-best";
    }

    @Override
    public String question() {
        return "What does a page of the 50 best of 1,000,000 scores cost, and one from the middle?";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        fill(bench, bench.isBrief() ? 100 : SCORES);
        int calls = bench.isBrief() ? 2 : 200;
        bench.report(bench.<Integer>compare(
                        "pages of " + PAGE, rows -> rows, round -> Collections.nCopies(calls, PAGE), () -> {})
                .with("the best", rows -> page(Optional.empty(), AfterScore.NOTHING))
                .with("from the middle", rows -> page(Optional.empty(), new AfterScore(0.5, new UUID(0, 0))))
                .with("the best that are fair", rows -> page(Optional.of(Tier.FAIR), AfterScore.NOTHING))
                .run());
        bench.run("DELETE FROM pattern_quality_metrics");
    }

    private void page(Optional<Tier> tier, AfterScore after) {
        List<StoredScore> page = scores.best(new ScoreFilter(0, 1, 0, tier, Optional.empty()), after, PAGE);
        if (page.size() > PAGE) {
            throw new IllegalStateException("More than a page");
        }
    }

    private static void fill(Bench bench, int count) throws SQLException {
        String rows = bench.kind() == DatabaseKind.POSTGRESQL ? """
                INSERT INTO pattern_quality_metrics (id, pattern_id, quality_score, confidence, measurement_timestamp,
                    row_version, created_at, updated_at)
                SELECT gen_random_uuid(), gen_random_uuid(), random(), 0.5, now() - n * interval '1 second', 1, now(), now()
                FROM generate_series(1, %d) n
                """ : """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                INSERT INTO pattern_quality_metrics (id, pattern_id, quality_score, confidence, measurement_timestamp,
                    row_version, created_at, updated_at)
                SELECT printf('00000000-0000-4000-8000-%%012x', i), printf('%%08x-0000-4000-8000-%%012x', random() & 4294967295, i),
                    (random() & 1048575) / 1048576.0, 0.5, strftime('%%Y-%%m-%%dT%%H:%%M:%%S.000000Z', 1750000000 - i, 'unixepoch'),
                    1, '2026-11-20T00:00:00.000000Z', '2026-11-20T00:00:00.000000Z'
                FROM n
                """;
        bench.run("DELETE FROM pattern_quality_metrics", rows.formatted(count), "ANALYZE");
    }
}
