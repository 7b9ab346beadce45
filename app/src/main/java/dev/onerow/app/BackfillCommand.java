package dev.onerow.app;

import dev.onerow.quality.application.AttendBackfill;
import dev.onerow.quality.application.PointSources;
import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillSource;
import dev.onerow.quality.domain.Flaw;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores collections or a file, here and now, beside a server or without one. */
@Command(
        name = "backfill",
        description = {
            "Score the patterns of Qdrant collections, or of a file, and store the scores.",
            "Works on the database directly; a server may run on it meanwhile. Run again, it changes only what changed.",
            "Exit code 0: all is scored. 1: something failed. 130: interrupted; what was stored stays."
        },
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before the call.
    private CommandSpec spec;

    @Option(
            names = "--collection",
            split = ",",
            paramLabel = "NAME",
            description = "Read this collection; several by comma; \"all\" for the four known ones. Default: "
                    + BackfillOrder.DEFAULT_COLLECTION + ".")
    private List<String> collections = List.of(BackfillOrder.DEFAULT_COLLECTION);

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Take at most so many patterns, behind the confidence filter.")
    private @Nullable Long limit;

    @Option(
            names = "--min-confidence",
            paramLabel = "0..1",
            description = "Skip patterns with less confidence. Default: 0.")
    private double minConfidence;

    @Option(names = "--batch-size", paramLabel = "N", description = "Rows in one transaction, 1 to 1000. Default: 100.")
    private int batchSize = BackfillOrder.DEFAULT_BATCH_SIZE;

    @Option(names = "--delay", paramLabel = "SECONDS", description = "Wait between two batches. Default: 0.")
    private BigDecimal delay = BigDecimal.ZERO;

    @Option(names = "--dry-run", description = "Score and count, and write no score.")
    private boolean isDryRun;

    @ArgGroup
    private Origin origin = new Origin();

    /** One of them at most. */
    static final class Origin {
        @Option(
                names = "--qdrant-url",
                paramLabel = "URL",
                description = "The server, by its gRPC port. Default: ONEROW_QDRANT_URL, else http://localhost:6334.")
        private @Nullable URI qdrant;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "Read a file instead: one {\"id\", \"payload\"} or one pattern a line.")
        private @Nullable Path file;
    }

    @Override
    public Integer call() {
        BackfillOrder order = order();
        Duration pause = pause();
        Map<String, Object> settings = settings();
        if (origin.file != null && !Files.isRegularFile(origin.file)) {
            spec.commandLine().getErr().println("There is no file " + origin.file);
            return 1;
        }
        try (Interruption interruption = Interruption.watch();
                ApplicationContext context = Application.onDatabase(settings)) {
            Backfill ended = attend(context, order, pause, interruption);
            BackfillReport.of(ended).lines().forEach(spec.commandLine().getOut()::println);
            return exitCode(ended, interruption);
        }
    }

    private Backfill attend(
            ApplicationContext context, BackfillOrder order, Duration pause, Interruption interruption) {
        PointSources sources =
                origin.file == null ? context.getBean(PointSources.class) : AttendBackfill.file(origin.file);
        try (Progress progress = Progress.of("Backfill", spec.commandLine().getOut())) {
            return context.getBean(AttendBackfill.class).attend(order, sources, pause, interruption::isAsked, job -> {
                progress.show(job.counts().seen(), total(job));
                interruption.pause(pause);
            });
        }
    }

    private static long total(Backfill job) {
        long source = job.progressSoFar().sourceAtStart().orElse(0L);
        return Math.min(source, job.order().limit().orElse(source));
    }

    private static int exitCode(Backfill ended, Interruption interruption) {
        return switch (ended.state()) {
            case COMPLETED -> 0;
            case CANCELLED -> interruption.isAsked() ? Interruption.EXIT_CODE : 1;
            case COMPLETED_WITH_FAILURES, FAILED, QUEUED, RUNNING -> 1;
        };
    }

    private BackfillOrder order() {
        OptionalLong atMost = limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
        List<Flaw> flaws = BackfillOrder.flaws(collections, atMost, minConfidence, batchSize);
        if (!flaws.isEmpty()) {
            throw wrong(flaws.get(0).sentence());
        }
        BackfillSource source = origin.file == null ? BackfillSource.QDRANT : BackfillSource.FILE;
        return new BackfillOrder(source, collections, atMost, minConfidence, batchSize, isDryRun);
    }

    private Duration pause() {
        if (delay.signum() < 0
                || delay.compareTo(BigDecimal.valueOf(Duration.ofDays(1).toSeconds())) > 0) {
            throw wrong("--delay: seconds, 0 to a day");
        }
        return Duration.ofMillis(delay.movePointRight(3).longValue());
    }

    private Map<String, Object> settings() {
        URI qdrant = origin.qdrant;
        if (qdrant == null) {
            return Map.of();
        }
        if (qdrant.getHost() == null) {
            throw wrong("--qdrant-url: http://host:6334 is wanted");
        }
        return Map.of("onerow.qdrant.url", qdrant.toString());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
