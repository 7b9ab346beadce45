package dev.onerow.telemetry.application;

import static dev.onerow.telemetry.domain.Reports.START;
import static dev.onerow.telemetry.domain.Reports.aReport;
import static dev.onerow.telemetry.domain.Reports.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.telemetry.domain.Attempt;
import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.ExtractionReport;
import dev.onerow.telemetry.domain.Field;
import dev.onerow.telemetry.domain.FieldFlags;
import dev.onerow.telemetry.domain.Operation;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.telemetry.domain.Operations;
import dev.onerow.telemetry.domain.ProxyStatus;
import dev.onerow.telemetry.domain.Recorded;
import dev.onerow.telemetry.domain.Recorded.Outcome;
import dev.onerow.telemetry.domain.Reports;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RecordingExtractionsTest {
    private static final FieldFlags TITLE = new FieldFlags(true, false, false, false);

    private final TestDatabase database;
    private final TelemetryTables tables;
    private final RecordExtractions recording;
    private final RemoveExtraction removal;
    private final Operations operations;

    RecordingExtractionsTest(TestDatabase database) {
        this.database = database;
        this.tables = new TelemetryTables(database);
        this.recording = database.bean(RecordExtractions.class);
        this.removal = database.bean(RemoveExtraction.class);
        this.operations = database.bean(Operations.class);
    }

    @BeforeEach
    void nothingRecorded() {
        tables.empty();
    }

    @Test
    void storesTheFactItsAttemptsItsDetectionAndItsCounter() {
        Recorded recorded = record(everything("op-1"));

        assertThat(recorded.outcome()).isEqualTo(Outcome.INSERTED);
        Operation stored = operations.find(new OperationId("op-1")).orElseThrow();
        assertThat(stored.attempts()).isEqualTo(everything("op-1").accepted().attempts());
        assertThat(stored.fact().methods().attempted()).containsExactly("soup", "paper", "soup");
        assertThat(stored.detection()).isNotNull();
        assertThat(Reports.sentBack(stored))
                .isEqualTo(Reports.sentBack(everything("op-1").accepted()));
        assertThat(tables.counters()).containsExactly("daily.example.com 429 1 08:00:01 08:00:01");
    }

    @Test
    void writesNothingWhenTheSameComesAgain() {
        record(everything("op-1"));
        var before = tables.everything();

        Recorded again = record(everything("op-1"));

        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(tables.everything()).isEqualTo(before);
    }

    @Test
    void takesWhatItShowedAsUnchanged() {
        record(everything("op-1"));
        Operation shown = operations.find(new OperationId("op-1")).orElseThrow();

        ExtractionReport sentBack = Reports.sentBack(shown);

        assertThat(record(sentBack).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void writesNothingWhenAnOlderRevisionComesLate() {
        record(aReport().operation("op-1").revision(2).status(404));
        var before = tables.everything();

        Recorded late = record(aReport().operation("op-1").revision(1).status(500));

        assertThat(late.outcome()).isEqualTo(Outcome.STALE);
        assertThat(tables.everything()).isEqualTo(before);
    }

    @Test
    void replacesAttemptsAndDetectionOfACorrectedExtractionAndOfNoOther() {
        record(everything("op-1"));
        record(everything("op-2"));

        Recorded corrected =
                record(aReport().operation("op-1").status(200).attempts(attempt("selenium", 5.0, true, null, TITLE)));

        assertThat(corrected.outcome()).isEqualTo(Outcome.UPDATED);
        Operation one = operations.find(new OperationId("op-1")).orElseThrow();
        Operation two = operations.find(new OperationId("op-2")).orElseThrow();
        assertThat(one.attempts().inOrder()).containsExactly(new Attempt("selenium", 1, 5.0, true, null, TITLE));
        assertThat(one.detection()).isNull();
        assertThat(one.fact().row().number()).isEqualTo(2);
        assertThat(two.attempts().inOrder()).hasSize(3);
        assertThat(two.detection()).isNotNull();
        assertThat(tables.counters()).containsExactly("daily.example.com 429 1 08:00:01 08:00:01");
    }

    @Test
    void movesACorrectedFactFromOneCounterToAnother() {
        record(aReport().operation("op-1").status(302));
        record(aReport().operation("op-2").status(302).times(START.plusSeconds(10), null, null));

        record(aReport().operation("op-1").status(404));

        assertThat(tables.counters())
                .containsExactly(
                        "daily.example.com 302 1 08:00:10 08:00:10", "daily.example.com 404 1 08:00:00 08:00:00");
    }

    @Test
    void takesTimesThatWereWrongOffTheCounterAgain() {
        record(aReport().operation("op-1").status(404).times(START.minusSeconds(3_600), null, null));
        record(aReport().operation("op-2").status(404));
        record(aReport().operation("op-3").status(404).times(START.plusSeconds(3_600), null, null));

        record(aReport().operation("op-1").status(404).times(START.plusSeconds(60), null, null));
        record(aReport().operation("op-3").status(404).times(START.plusSeconds(120), null, null));

        assertThat(tables.counters()).containsExactly("daily.example.com 404 3 08:00:00 08:02:00");
    }

    @Test
    void deletesACounterThatNoFactIsLeftOf() {
        record(aReport().operation("op-1").status(302));

        record(aReport().operation("op-1").status(200));

        assertThat(tables.counters()).isEmpty();
    }

    @Test
    void decidesStatesOfOneOperationInOneChunkOneAfterAnother() {
        List<Recorded> recorded = record(List.of(
                aReport().operation("op-1").revision(1).status(302),
                aReport().operation("op-2").status(404),
                aReport().operation("op-1").revision(3).status(500).attempts(attempt("soup")),
                aReport().operation("op-1").revision(2).status(404).attempts(attempt("a"), attempt("b"))));

        assertThat(recorded)
                .extracting(Recorded::outcome)
                .containsExactly(Outcome.FOLDED, Outcome.INSERTED, Outcome.FOLDED, Outcome.INSERTED);
        Operation stored = operations.find(new OperationId("op-1")).orElseThrow();
        assertThat(stored.fact().revision()).isEqualTo(3);
        assertThat(stored.attempts().methods()).containsExactly("soup");
        assertThat(tables.counters())
                .containsExactly(
                        "daily.example.com 404 1 08:00:00 08:00:00", "daily.example.com 500 1 08:00:00 08:00:00");
    }

    @Test
    void countsAChunkThatGainsAndLosesAtOnce() {
        record(List.of(
                aReport().operation("op-1").status(404),
                aReport().operation("op-2").status(404).times(START.plusSeconds(5), null, null)));

        record(List.of(
                aReport().operation("op-1").status(200),
                aReport().operation("op-2").status(500).times(START.plusSeconds(5), null, null),
                aReport().operation("op-3").status(500).times(START.plusSeconds(9), null, null)));

        assertThat(tables.counters()).containsExactly("daily.example.com 500 2 08:00:05 08:00:09");
    }

    @Test
    void refusesWhatTheRequestDoesNotWantAndWritesNothing() {
        Condition absent = version -> version == null;
        Condition second = version -> version != null && version == 2;
        record(aReport().operation("op-1").status(404));
        var before = tables.everything();

        Recorded strict = recording.record(aReport().operation("op-1").accepted(), absent);
        Recorded outdated = recording.record(aReport().operation("op-1").accepted(), second);

        assertThat(strict.outcome()).isEqualTo(Outcome.CONDITION_FAILED);
        assertThat(outdated.outcome()).isEqualTo(Outcome.CONDITION_FAILED);
        assertThat(tables.everything()).isEqualTo(before);
        assertThat(recording
                        .record(aReport().operation("op-2").accepted(), absent)
                        .outcome())
                .isEqualTo(Outcome.INSERTED);
    }

    @Test
    void removesAnOperationWithAllThatBelongsToItAndTakesItsShareFromTheCounter() {
        record(everything("op-1"));
        record(everything("op-2"));

        assertThat(removal.remove(new OperationId("op-1"), Condition.NONE)).isEqualTo(Operations.Removal.Kind.REMOVED);

        assertThat(database.count("extraction_telemetry_v2")).isEqualTo(1);
        assertThat(database.count("extraction_method_attempts")).isEqualTo(3);
        assertThat(database.count("content_type_detection_telemetry")).isEqualTo(1);
        assertThat(tables.counters()).containsExactly("daily.example.com 429 1 08:00:01 08:00:01");
        assertThat(removal.remove(new OperationId("op-1"), Condition.NONE)).isEqualTo(Operations.Removal.Kind.MISSING);
        assertThat(removal.remove(new OperationId("op-2"), version -> false))
                .isEqualTo(Operations.Removal.Kind.CONDITION_FAILED);
        assertThat(removal.remove(new OperationId("op-2"), Condition.NONE)).isEqualTo(Operations.Removal.Kind.REMOVED);
        assertThat(tables.counters()).isEmpty();
    }

    @Test
    void recordsNothingOfAChunkWhenOneOfItsTablesFails() {
        database.sql("ALTER TABLE http_error_summary RENAME TO http_error_summary_away");
        try {
            assertThat(catchThrowable(() -> record(aReport().operation("op-1").status(404))))
                    .isNotNull();
        } finally {
            database.sql("ALTER TABLE http_error_summary_away RENAME TO http_error_summary");
        }

        assertThat(database.count("extraction_telemetry_v2")).isZero();
        assertThat(record(aReport().operation("op-1").status(404)).outcome()).isEqualTo(Outcome.INSERTED);
        assertThat(tables.counters()).hasSize(1);
    }

    @Test
    void keepsAddressesThatAreLongerThanAnOrdinaryIndexCanHold() {
        String url = "https://daily.example.com/" + longText(9_000);

        record(aReport().operation("op-1").url(url));

        assertThat(operations
                        .find(new OperationId("op-1"))
                        .orElseThrow()
                        .fact()
                        .article()
                        .url())
                .isEqualTo(url);
    }

    private static String longText(int length) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(7);
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static Reports everything(String operation) {
        return aReport()
                .operation(operation)
                .status(429, "rate limited", null)
                .times(START, START.plusMillis(1_130), null)
                .attempts(
                        attempt("soup", 10.0, false, "no title", null),
                        attempt("paper", null, true, null, TITLE),
                        attempt("soup", 30.5, null, null, null))
                .result(new ExtractionReport.Result(
                        null,
                        null,
                        Map.of(Field.TITLE, "paper"),
                        Map.of("soup", Map.of(Field.TITLE, new ExtractionReport.Alternative("a", "b", null))),
                        "slow",
                        "exception"))
                .proxy(new ExtractionReport.Proxy(true, "http://me:t0p@proxy:3128", false, ProxyStatus.SUCCESS, "none"))
                .detection(new ExtractionReport.Detection(
                        null,
                        null,
                        "The Daily",
                        null,
                        "opinion",
                        "high",
                        0.75,
                        "title says so",
                        Map.of("words", List.of("op", "ed")),
                        "1.2",
                        null));
    }

    private Recorded record(Reports report) {
        return record(List.of(report)).get(0);
    }

    private Recorded record(ExtractionReport report) {
        return recording.record(Reports.accepted(report), Condition.NONE);
    }

    private List<Recorded> record(List<Reports> reports) {
        return recording.record(reports.stream().map(Reports::accepted).toList());
    }
}
