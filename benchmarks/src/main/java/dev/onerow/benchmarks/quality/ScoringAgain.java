package dev.onerow.benchmarks.quality;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.quality.application.AttendBackfill;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillSource;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** The prior collection, again and again. That nothing is written then is shown by a test of the module. */
@Singleton
final class ScoringAgain implements Figure {
    private static final int PATTERNS = 1_085;

    private final AttendBackfill attendBackfill;

    ScoringAgain(AttendBackfill attendBackfill) {
        this.attendBackfill = attendBackfill;
    }

    @Override
    public String name() {
        return "quality-again";
    }

    @Override
    public String question() {
        return "What does it cost to backfill 1,085 patterns of which none has changed?";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        int count = bench.isBrief() ? 20 : PATTERNS;
        Path file = CodePatterns.file(0, count);
        Path others = CodePatterns.file(1, count);
        bench.report(bench.<Integer>compare(
                        count + " patterns from a file, 100 a batch", rows -> rows, round -> List.of(count), () -> {
                            bench.run("DELETE FROM pattern_quality_metrics", "DELETE FROM pattern_quality_history");
                            backfill(file);
                        })
                .with("unchanged", rows -> backfill(file))
                .with("new", rows -> backfill(others))
                .run());
    }

    private void backfill(Path file) {
        BackfillOrder order = new BackfillOrder(
                BackfillSource.FILE,
                List.of(BackfillOrder.DEFAULT_COLLECTION),
                OptionalLong.empty(),
                0,
                BackfillOrder.DEFAULT_BATCH_SIZE,
                false);
        attendBackfill.attend(order, AttendBackfill.file(file), Duration.ZERO, () -> false, job -> {});
    }
}
