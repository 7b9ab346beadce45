package dev.onerow.quality.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.quality.application.CancelBackfill.Cancellation;
import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillCounts;
import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillProblem;
import dev.onerow.quality.domain.BackfillProgress;
import dev.onerow.quality.domain.BackfillSource;
import dev.onerow.quality.domain.BackfillState;
import dev.onerow.quality.domain.Backfills;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.ScoreTotals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class BackfillingAFileTest {
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    private final TestDatabase database;
    private final StartBackfill startBackfill;
    private final AttendBackfill attendBackfill;
    private final RunBackfill runBackfill;
    private final CancelBackfill cancelBackfill;
    private final Backfills backfills;
    private final PatternScores scores;

    BackfillingAFileTest(TestDatabase database) {
        this.database = database.with("onerow.quality.backfill.workers", 0);
        this.startBackfill = database.bean(StartBackfill.class);
        this.attendBackfill = database.bean(AttendBackfill.class);
        this.runBackfill = database.bean(RunBackfill.class);
        this.cancelBackfill = database.bean(CancelBackfill.class);
        this.backfills = database.bean(Backfills.class);
        this.scores = database.bean(PatternScores.class);
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM backfill_inputs");
        database.sql("DELETE FROM backfills");
        database.sql("DELETE FROM pattern_quality_metrics");
        database.sql("DELETE FROM pattern_quality_history");
    }

    @Test
    void scoresEveryLineAndChangesNothingTheSecondTime() {
        Backfill first = run(start(order(10), lines(25)));
        Backfill second = run(start(order(10), lines(25)));

        assertThat(first.state()).isEqualTo(BackfillState.COMPLETED);
        assertThat(first.counts()).isEqualTo(new BackfillCounts(25, 0, 0, 0));
        assertThat(first.progressSoFar().sourceAtStart()).contains(25L);
        assertThat(first.progressSoFar().sourceAtEnd()).contains(25L);
        assertThat(second.counts()).isEqualTo(new BackfillCounts(0, 25, 0, 0));
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(25);
        assertThat(database.count("pattern_quality_history")).isEqualTo(25);
        assertThat(database.count("backfill_inputs")).isZero();
    }

    @Test
    void defect9CountsWhatFailsAndSaysSoInItsState() {
        Backfill job = run(start(order(10), """
                {"id":1,"payload":{"code":"x"}}

                {"id":1,"payload":null}
                nonsense
                {"id":2,"payload":{"metadata":7}}
                {"name":"Writer"}
                {"code":"y"}
                []
                """));

        assertThat(job.state()).isEqualTo(BackfillState.COMPLETED_WITH_FAILURES);
        assertThat(job.counts()).isEqualTo(new BackfillCounts(2, 0, 1, 4));
        assertThat(job.problemCount()).isEqualTo(5);
        assertThat(job.problems())
                .contains(
                        new BackfillProblem(
                                "2", "archon_vectors", "not-scorable: /metadata: An object is wanted here."),
                        new BackfillProblem("1", "archon_vectors", "same-id-again"))
                .extracting(BackfillProblem::id)
                .contains("line 4", "line 7", "line 8");
        assertThat(scores.find(PatternId.ofName("Writer"))).isPresent();
        assertThat(scores.find(PatternId.ofPoint("archon_vectors", "1"))
                        .orElseThrow()
                        .measurement())
                .satisfies(score -> assertThat(score.patternName()).isEqualTo("unnamed_pattern"))
                .satisfies(score -> assertThat(score.sourceCollection()).isEqualTo("archon_vectors"));
    }

    @Test
    void saysOfALineThatItIsTooLongOrNotUtf8() {
        byte[] notUtf8 = {'{', (byte) 0xC3, '\n'};
        InputStream lines = new SequenceInputStream(
                new ByteArrayInputStream(notUtf8), file("{\"code\":\"" + "x".repeat(1 << 20) + "\"}\n" + lines(1)));

        Backfill job = run(startBackfill.start(BackfillId.random(), order(10), lines));

        assertThat(job.problems())
                .containsExactly(
                        new BackfillProblem("line 1", "archon_vectors", "not-scorable: This line is not UTF-8."),
                        new BackfillProblem(
                                "line 2", "archon_vectors", "not-scorable: This line is longer than 1048576 bytes."));
        assertThat(job.counts()).isEqualTo(new BackfillCounts(1, 0, 0, 2));
    }

    @Test
    void takesIdsUpToTheLargestThatAPointCanHave() {
        Backfill job = run(start(order(10), "{\"id\":18446744073709551615}\n{\"id\":18446744073709551616}\n"));

        assertThat(job.counts()).isEqualTo(new BackfillCounts(1, 0, 0, 1));
        assertThat(scores.find(PatternId.ofPoint("archon_vectors", "18446744073709551615")))
                .isPresent();
    }

    @Test
    void defect9CountsWhatTheDatabaseRefusesAndStoresTheRest() {
        database.sql("CREATE UNIQUE INDEX one_of_a_name ON pattern_quality_metrics (pattern_name)");
        try {
            Backfill job = run(start(order(10), """
                    {"id":1,"payload":{"name":"A"}}
                    {"id":2,"payload":{"name":"A"}}
                    {"id":3,"payload":{"name":"B"}}
                    """));

            assertThat(job.state()).isEqualTo(BackfillState.COMPLETED_WITH_FAILURES);
            assertThat(job.counts()).isEqualTo(new BackfillCounts(2, 0, 0, 1));
            assertThat(job.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.id()).isEqualTo("2");
                assertThat(problem.reason()).startsWith("not-stored: refused by the constraint");
            });
            assertThat(database.count("pattern_quality_metrics")).isEqualTo(2);
            assertThat(database.count("pattern_quality_history")).isEqualTo(2);
        } finally {
            database.sql("DROP INDEX one_of_a_name");
        }
    }

    @Test
    void takesNoMoreThanTheLimitBehindTheFilter() {
        String some = "{\"id\":100,\"payload\":{\"confidence\":0.1}}\n" + lines(9);

        Backfill job = run(
                start(new BackfillOrder(BackfillSource.FILE, List.of("c"), OptionalLong.of(4), 0.5, 3, false), some));

        assertThat(job.counts()).isEqualTo(new BackfillCounts(4, 0, 1, 0));
        assertThat(job.problems()).containsExactly(new BackfillProblem("100", "c", "below-min-confidence"));
    }

    @Test
    void writesNoScoreInADryRun() {
        Backfill job = run(start(
                new BackfillOrder(BackfillSource.FILE, List.of("c"), OptionalLong.empty(), 0, 10, true), lines(12)));

        assertThat(job.counts()).isEqualTo(new BackfillCounts(12, 0, 0, 0));
        assertThat(database.count("pattern_quality_metrics")).isZero();
        assertThat(database.count("pattern_quality_history")).isZero();
    }

    @Test
    void failsWhenThereIsNoPatternAndCompletesWhenNoneIsWanted() {
        Backfill nothing = run(start(order(10), "\n\n"));
        Backfill noneWanted = run(start(
                new BackfillOrder(BackfillSource.FILE, List.of("c"), OptionalLong.of(0), 0, 10, false), lines(3)));

        assertThat(nothing.state()).isEqualTo(BackfillState.FAILED);
        assertThat(nothing.progressSoFar().failure()).contains("/problems/no-patterns");
        assertThat(noneWanted.state()).isEqualTo(BackfillState.COMPLETED);
        assertThat(noneWanted.counts()).isEqualTo(BackfillCounts.NONE);
    }

    @Test
    void readsLongLinesFewAtATime() {
        String megabyte = "{\"id\":%d,\"payload\":{\"code\":\"" + "x".repeat(1_000_000) + "\"}}\n";
        String longLines = IntStream.range(0, 20).mapToObj(megabyte::formatted).collect(Collectors.joining());
        AtomicInteger asked = new AtomicInteger();
        Backfill waiting = start(order(1_000), longLines);

        runBackfill.run(waiting, () -> asked.incrementAndGet() > 1);

        assertThat(current(waiting).counts().scored()).isBetween(2L, 10L);
        assertThat(run(current(waiting)).counts().scored()).isEqualTo(20);
    }

    @Test
    void scoresWhatStandsBehindMoreBlanksThanAreReadAtOnce(@TempDir Path folder) throws IOException {
        String text = lines(5) + (" ".repeat(999_999) + "\n").repeat(10) + lines(8);
        Path file = folder.resolve("lines.ndjson");
        Files.writeString(file, text);

        Backfill uploaded = run(start(order(10), text));
        Backfill attended =
                attendBackfill.attend(order(10), AttendBackfill.file(file), Duration.ZERO, () -> false, it -> {});

        assertThat(uploaded.counts()).isEqualTo(new BackfillCounts(8, 0, 5, 0));
        assertThat(uploaded.progressSoFar().sourceAtStart()).contains(13L);
        assertThat(attended.counts()).isEqualTo(new BackfillCounts(0, 8, 5, 0));
    }

    @Test
    void attendsAFileOfThisMachine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("lines.ndjson");
        Files.writeString(file, lines(25) + "\n" + lines(5));
        AtomicInteger shown = new AtomicInteger();

        Backfill job = attendBackfill.attend(
                order(10), AttendBackfill.file(file), Duration.ZERO, () -> false, it -> shown.incrementAndGet());

        assertThat(job.state()).isEqualTo(BackfillState.COMPLETED);
        assertThat(job.counts()).isEqualTo(new BackfillCounts(25, 0, 5, 0));
        assertThat(job.progressSoFar().sourceAtEnd()).contains(30L);
        assertThat(shown).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void cancelsAnAttendedJobThatIsStopped(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("lines.ndjson");
        Files.writeString(file, lines(25));
        AtomicInteger asked = new AtomicInteger();

        Backfill job = attendBackfill.attend(
                order(10), AttendBackfill.file(file), Duration.ZERO, () -> asked.incrementAndGet() > 1, it -> {});

        assertThat(job.state()).isEqualTo(BackfillState.CANCELLED);
        assertThat(job.counts().scored()).isEqualTo(10);
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(10);
    }

    @Test
    void failsWhenTheFileIsNotThere(@TempDir Path folder) {
        Backfill job = attendBackfill.attend(
                order(10), AttendBackfill.file(folder.resolve("none")), Duration.ZERO, () -> false, it -> {});

        assertThat(job.state()).isEqualTo(BackfillState.FAILED);
        assertThat(job.problems())
                .containsExactly(
                        new BackfillProblem(null, null, "/problems/source-unavailable: The file cannot be read"));
    }

    @Test
    void goesOnAtTheCheckpointOfAWorkerThatStopped() {
        Backfill waiting = start(order(10), lines(15) + lines(20));
        AtomicInteger asked = new AtomicInteger();

        runBackfill.run(waiting, () -> asked.incrementAndGet() > 2);
        Backfill stopped = current(waiting);
        Backfill done = run(stopped);

        assertThat(stopped.counts()).isEqualTo(new BackfillCounts(15, 0, 5, 0));
        assertThat(stopped.leaseUntil()).isEmpty();
        assertThat(done.counts()).isEqualTo(new BackfillCounts(20, 0, 15, 0));
        assertThat(done.state()).isEqualTo(BackfillState.COMPLETED);
        assertThat(done.progressSoFar().totals().count()).isEqualTo(20);
    }

    @Test
    void goesOnWhenTheLeaseOfADeadWorkerHasEnded() {
        Backfill waiting = start(order(10), lines(15));
        Backfill dead = backfills
                .change(waiting, waiting.leased(Instant.EPOCH, Instant.parse("2026-01-01T00:00:00Z")))
                .orElseThrow();

        assertThat(backfills.waiting(Instant.parse("2025-12-31T23:59:59Z"), 10)).isEmpty();
        assertThat(backfills.waiting(Instant.parse("2026-01-01T00:00:00Z"), 10)).containsExactly(dead);
        assertThat(run(dead).counts().scored()).isEqualTo(15);
    }

    @Test
    void keepsItsLeaseWhileItRemembersWhatWasTaken() {
        Backfill waiting = start(order(10), lines(30));
        AtomicInteger asked = new AtomicInteger();
        runBackfill.run(waiting, () -> asked.incrementAndGet() > 2);
        Backfill stopped = current(waiting);
        Backfill taken = backfills
                .change(stopped, stopped.leased(Instant.EPOCH, Instant.EPOCH))
                .orElseThrow();

        FilePoints source = new FilePoints(new UploadedLines(backfills, taken.id()));
        runBackfill.run(taken, source, Duration.ZERO, () -> true, job -> {});

        // Each of the twenty points before the checkpoint outlasts a lease of no time.
        assertThat(current(waiting).rowVersion()).isGreaterThanOrEqualTo(taken.rowVersion() + 20);
        assertThat(current(waiting).counts()).isEqualTo(stopped.counts());
    }

    @Test
    void undoesTheBatchOfAWorkerWhoseJobWasCancelled() {
        Backfill waiting = start(order(10), lines(35));
        AtomicInteger asked = new AtomicInteger();

        runBackfill.run(waiting, () -> {
            if (asked.incrementAndGet() == 2) {
                assertThat(cancelBackfill.cancel(waiting.id(), Condition.none()))
                        .isEqualTo(Cancellation.CANCELLED);
            }
            return false;
        });

        assertThat(current(waiting).state()).isEqualTo(BackfillState.CANCELLED);
        assertThat(current(waiting).counts().seen()).isEqualTo(10);
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(10);
        assertThat(database.count("backfill_inputs")).isZero();
        assertThat(cancelBackfill.cancel(waiting.id(), Condition.none())).isEqualTo(Cancellation.MISSING);
    }

    @Test
    void failsWhenItBreaksOffAtOnePlaceAgainAndAgain() {
        Backfill broken = breakingOff(start(order(10), lines(15)));

        for (int i = 0; i < 4; i++) {
            assertThat(run(broken).state()).isEqualTo(BackfillState.RUNNING);
            broken = current(broken);
        }
        Backfill failed = run(broken);

        assertThat(broken.progressSoFar().breaks()).isEqualTo(4);
        assertThat(failed.state()).isEqualTo(BackfillState.FAILED);
        assertThat(failed.progressSoFar().failure()).contains("/problems/internal");
        assertThat(failed.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).startsWith("/problems/internal: reference "));
        assertThat(database.count("backfill_inputs")).isZero();
    }

    @Test
    void forgetsThatItBrokeOffOnceItGoesOn() {
        Backfill broken = run(run(breakingOff(start(order(10), lines(15)))));
        BackfillProgress at = broken.progressSoFar();
        Backfill mended = moved(broken, at.after(0, "", 0, at.totals()).brokenOff());

        Backfill done = run(mended);

        assertThat(at.breaks()).isEqualTo(2);
        assertThat(done.state()).isEqualTo(BackfillState.COMPLETED);
        assertThat(done.progressSoFar().breaks()).isZero();
    }

    @Test
    void letsOneWorkerAloneHaveAJob() {
        Backfill waiting = start(order(10), lines(15));
        assertThat(backfills.change(waiting, waiting.leased(Instant.EPOCH, LATER)))
                .isPresent();

        runBackfill.run(waiting, () -> false);

        assertThat(current(waiting).counts()).isEqualTo(BackfillCounts.NONE);
    }

    @Test
    void answersTheSameJobForTheSameIdAndStartsNothing() {
        Backfill job = start(order(10), lines(5));

        Backfill again = startBackfill.start(job.id(), order(3), file(lines(50)));

        assertThat(again).isEqualTo(job);
        assertThat(database.count("backfills")).isEqualTo(1);
        assertThat(database.count("backfill_inputs")).isEqualTo(5);
    }

    @Test
    void hasNoJobWhenTheFileBreaksOff() {
        BackfillId id = BackfillId.random();
        InputStream broken = new SequenceInputStream(file(lines(5)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The client is gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        });

        assertThatThrownBy(() -> startBackfill.start(id, order(10), broken)).isInstanceOf(UncheckedIOException.class);

        assertThat(backfills.find(id)).isEmpty();
        assertThat(startBackfill.start(id, order(10), file(lines(2))).state()).isEqualTo(BackfillState.QUEUED);
    }

    @Test
    void staysCancelledWhenItWasCancelledWhileItsFileCameIn() {
        BackfillId id = BackfillId.random();
        InputStream cancelled = new SequenceInputStream(file(lines(1_001)), new InputStream() {
            @Override
            public int read() {
                assertThat(cancelBackfill.cancel(id, Condition.none())).isEqualTo(Cancellation.CANCELLED);
                return -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return read();
            }
        });

        Backfill job = startBackfill.start(id, order(10), cancelled);

        assertThat(job.state()).isEqualTo(BackfillState.CANCELLED);
        assertThat(backfills.find(id)).contains(job);
        assertThat(database.count("backfill_inputs")).isZero();
    }

    @Test
    void forgetsAFileWhoseSenderDied() {
        Backfill receiving = backfills
                .open(BackfillId.random(), order(10), false, Optional.of(Instant.EPOCH))
                .backfill();

        runBackfill.run(receiving, () -> false);

        assertThat(backfills.find(receiving.id())).isEmpty();
    }

    @Test
    void leavesAnAttendedJobToTheProcessThatAttendsIt() {
        Backfill attended = backfills
                .open(BackfillId.random(), order(10), true, Optional.of(Instant.EPOCH))
                .backfill();

        runBackfill.run(attended, () -> false);

        assertThat(current(attended).state()).isEqualTo(BackfillState.FAILED);
        assertThat(current(attended).progressSoFar().failure()).contains("/problems/interrupted");
    }

    private Backfill start(BackfillOrder order, String lines) {
        return startBackfill.start(BackfillId.random(), order, file(lines));
    }

    /** At a place that no line has, so that whoever goes on there breaks off. */
    private Backfill breakingOff(Backfill waiting) {
        return moved(waiting, waiting.progressSoFar().after(0, "no number", 0, ScoreTotals.NONE));
    }

    private Backfill moved(Backfill job, BackfillProgress to) {
        return backfills
                .change(job, job.advanced(to, BackfillCounts.NONE, List.of()))
                .orElseThrow();
    }

    private Backfill run(Backfill waiting) {
        runBackfill.run(waiting, () -> false);
        return current(waiting);
    }

    private Backfill current(Backfill job) {
        return backfills.find(job.id()).orElseThrow();
    }

    private static BackfillOrder order(int batchSize) {
        return new BackfillOrder(
                BackfillSource.FILE, List.of("archon_vectors"), OptionalLong.empty(), 0, batchSize, false);
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":" + i + ",\"payload\":{\"name\":\"P" + i + "\",\"confidence\":0.9}}\n")
                .collect(Collectors.joining());
    }

    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
