package dev.onerow.app;

import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillCounts;
import dev.onerow.quality.domain.BackfillProblem;
import dev.onerow.quality.domain.BackfillProgress;
import dev.onerow.quality.domain.BackfillSummary;
import dev.onerow.quality.domain.ScoreTotals;
import dev.onerow.quality.domain.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a backfill that has ended amounts to, for people.
 *
 * @param lines to be printed as they are
 */
record BackfillReport(List<String> lines) {
    private static final double PER_CENT = 100.0;

    static BackfillReport of(Backfill job) {
        List<String> lines = new ArrayList<>();
        lines.add("Backfill " + job.id() + ": " + job.state().word().replace('_', ' ')
                + (job.order().dryRun() ? ", dry run: no score was written" : ""));
        job.progress().flatMap(BackfillProgress::failure).ifPresent(problem -> lines.add(row("problem", problem)));
        counts(job, lines);
        sums(job, lines);
        problems(job, lines);
        return new BackfillReport(lines);
    }

    private static void counts(Backfill job, List<String> lines) {
        BackfillCounts counts = job.counts();
        lines.add(row("seen", source(job.progressSoFar(), counts.seen())));
        lines.add(row("scored", Long.toString(counts.scored())));
        lines.add(row("unchanged", Long.toString(counts.unchanged())));
        lines.add(row("skipped", Long.toString(counts.skipped())));
        lines.add(row("failed", Long.toString(counts.failed())));
    }

    private static String source(BackfillProgress progress, long seen) {
        Optional<Long> end = progress.sourceAtEnd();
        return progress.sourceAtStart()
                .map(start -> seen + " of " + start
                        + end.filter(count -> !count.equals(start))
                                .map(count -> ", " + count + " by now")
                                .orElse(""))
                .orElse(Long.toString(seen));
    }

    private static void sums(Backfill job, List<String> lines) {
        BackfillSummary summary = BackfillSummary.of(job);
        ScoreTotals totals = job.progressSoFar().totals();
        lines.add(row("success rate", perCent(summary.successRate())));
        lines.add(row(
                "elapsed",
                String.format(
                        Locale.ROOT,
                        "%.3f s, %.1f patterns a second",
                        summary.elapsedSeconds(),
                        summary.patternsPerSecond())));
        if (totals.count() > 0) {
            lines.add(row("average composite", String.valueOf(summary.averageComposite())));
            summary.averages().forEach((name, average) -> lines.add(row("  " + name, String.valueOf(average))));
            for (Tier tier : Tier.values()) {
                long count = totals.tiers().getOrDefault(tier, 0L);
                lines.add(row("  " + tier.word(), count + " (" + perCent(totals.share(tier)) + ")"));
            }
        }
    }

    private static void problems(Backfill job, List<String> lines) {
        if (job.problemCount() > 0) {
            lines.add(row("problems", Long.toString(job.problemCount())));
        }
        for (BackfillProblem problem : job.problems()) {
            String place = problem.collection() == null ? "" : problem.collection() + " ";
            String point = problem.id() == null ? "" : problem.id() + " ";
            lines.add("  " + printable(place + point) + printable(problem.reason()));
        }
        if (job.problemCount() > job.problems().size()) {
            lines.add("  and " + (job.problemCount() - job.problems().size()) + " more");
        }
    }

    private static String row(String name, String value) {
        return String.format(Locale.ROOT, "  %-24s %s", name, value);
    }

    private static String perCent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * PER_CENT);
    }

    /** Ids come from files: they are not to move the cursor of a terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cc}", "?");
    }
}
