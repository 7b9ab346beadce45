package dev.onerow.benchmarks.quality;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.quality.application.AttendBackfill;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillSource;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.Pattern;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.Score;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A large file through the whole of a job, beside what cannot be saved: scoring, and the kernel writing the scores. */
@Singleton
final class BackfillingAFile implements Figure {
    private static final int PATTERNS = 100_000;
    private static final int DIFFERENT = 1_000;
    private static final int BATCH = 1_000;

    private final AttendBackfill attendBackfill;
    private final PatternScores scores;

    BackfillingAFile(AttendBackfill attendBackfill, PatternScores scores) {
        this.attendBackfill = attendBackfill;
        this.scores = scores;
    }

    @Override
    public String name() {
        return "quality-backfill";
    }

    @Override
    public String question() {
        return "What does a backfill from a file add to scoring and to the kernel? (Run it with -Xms256m -Xmx256m.)";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        int count = bench.isBrief() ? 30 : PATTERNS;
        List<Pattern> patterns = CodePatterns.patterns(Math.min(count, DIFFERENT));
        Path file = CodePatterns.file(0, count);
        bench.report(bench.<Integer>compare(
                        count + " new patterns of 2 KB, " + BATCH + " a batch",
                        rows -> rows,
                        round -> List.of(count),
                        () -> bench.run("DELETE FROM pattern_quality_metrics", "DELETE FROM pattern_quality_history"))
                .with("scoring and the kernel", rows -> score(patterns, rows))
                .with("backfill from a file", rows -> backfill(file))
                .run());
    }

    private void score(List<Pattern> patterns, int count) {
        for (int from = 0; from < count; from += BATCH) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            List<Incoming> batch = IntStream.range(from, Math.min(count, from + BATCH))
                    .mapToObj(number -> scored(patterns.get(number % DIFFERENT), number, now))
                    .toList();
            scores.record(batch, Condition.none(), now);
        }
    }

    private static Incoming scored(Pattern pattern, int number, Instant now) {
        String collection = BackfillOrder.DEFAULT_COLLECTION;
        PatternId id = PatternId.ofPoint(collection, Long.toString(CodePatterns.id(0, number)));
        return Incoming.backfilled(id, pattern, Score.of(pattern), now, collection);
    }

    private void backfill(Path file) {
        BackfillOrder order = new BackfillOrder(
                BackfillSource.FILE, List.of(BackfillOrder.DEFAULT_COLLECTION), OptionalLong.empty(), 0, BATCH, false);
        attendBackfill.attend(order, AttendBackfill.file(file), Duration.ZERO, () -> false, job -> {});
    }
}
