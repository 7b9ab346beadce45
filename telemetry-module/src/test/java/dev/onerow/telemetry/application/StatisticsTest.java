package dev.onerow.telemetry.application;

import static dev.onerow.telemetry.domain.Reports.START;
import static dev.onerow.telemetry.domain.Reports.aReport;
import static dev.onerow.telemetry.domain.Reports.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.telemetry.domain.ExtractionReport;
import dev.onerow.telemetry.domain.Field;
import dev.onerow.telemetry.domain.FieldFlags;
import dev.onerow.telemetry.domain.Reports;
import dev.onerow.telemetry.domain.Statistics;
import dev.onerow.telemetry.domain.Statistics.AttemptFilter;
import dev.onerow.telemetry.domain.Statistics.FieldRates;
import dev.onerow.telemetry.domain.Statistics.HttpError;
import dev.onerow.telemetry.domain.Statistics.MethodPerformance;
import dev.onerow.telemetry.domain.Statistics.MethodShare;
import dev.onerow.telemetry.domain.Statistics.PoorPerformer;
import dev.onerow.telemetry.domain.Statistics.PublisherStats;
import dev.onerow.telemetry.domain.Statistics.StatusCount;
import dev.onerow.telemetry.domain.StoredDetection;
import dev.onerow.telemetry.domain.SuccessRate;
import dev.onerow.telemetry.domain.Window;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class StatisticsTest {
    private static final Window WINDOW = new Window(START.minus(Duration.ofDays(1)), START.plus(Duration.ofDays(1)));
    private static final Window EMPTY = new Window(START.minus(Duration.ofDays(9)), START.minus(Duration.ofDays(8)));
    private static final AttemptFilter ALL = new AttemptFilter(null, null, null);
    private static final FieldFlags TITLE = new FieldFlags(true, false, false, false);
    private static final FieldFlags CONTENT = new FieldFlags(false, false, true, true);

    private final Statistics statistics;
    private final RecordExtractions recording;

    StatisticsTest(TestDatabase database) {
        this.statistics = database.bean(Statistics.class);
        this.recording = database.bean(RecordExtractions.class);
        new TelemetryTables(database).empty();
        recording.record(facts().stream().map(Reports::accepted).toList());
    }

    /** Host a: three operations of two publishers; host b: one that failed at all methods; one outside of the window. */
    private static List<Reports> facts() {
        return List.of(
                fact("op-1", "a.example", "A", 404, 0)
                        .times(START, START.plusMillis(100), null)
                        .attempts(
                                attempt("soup", 10.0, false, "no title", null),
                                attempt("paper", 30.0, true, null, TITLE)),
                fact("op-2", "a.example", "A", 404, 10)
                        .attempts(attempt("soup", 20.0, true, null, CONTENT), attempt("soup", null, null, null, TITLE)),
                fact("op-3", "a.example", "Z", 302, 20).attempts(attempt("soup", null, true, null, TITLE)),
                fact("op-4", "b.example", null, 0, 30)
                        .attempts(
                                attempt("soup", 40.0, false, null, null), attempt("selenium", 50.0, false, null, null))
                        .detection(detection("opinion", "[1]")),
                fact("op-5", "a.example", "A", 404, -40 * 86_400).attempts(attempt("paper", 1.0, true, null, TITLE)));
    }

    @Test
    void listHttpErrorsMostFrequentFirst() {
        assertThat(statistics.httpErrors(WINDOW, null, null, 50))
                .extracting(HttpError::host, HttpError::statusCode, HttpError::errorType, HttpError::count)
                .containsExactly(
                        tuple("a.example", 404, "4xx_client_error", 3L),
                        tuple("b.example", 0, "0_no_response", 1L),
                        tuple("a.example", 302, "3xx_redirect", 1L));
        assertThat(statistics.httpErrors(WINDOW, "a.example", 302, 50)).hasSize(1);
        assertThat(statistics.httpErrors(WINDOW, null, null, 2)).hasSize(2);
        assertThat(statistics.httpErrors(EMPTY, null, null, 50)).isEmpty();
    }

    @Test
    void sumUpAWindow() {
        Statistics.Summary summary = statistics.summary(WINDOW);

        assertThat(summary.total()).isEqualTo(4);
        assertThat(summary.successful()).isEqualTo(3);
        assertThat(percent(summary.successRate().orElseThrow())).isEqualTo(75.0);
        assertThat(summary.uniqueHosts()).isEqualTo(2);
        assertThat(summary.methodsUsed()).isEqualTo(3);
        assertThat(summary.avgDurationMs()).isEqualTo(100.0);
        assertThat(summary.methods())
                .containsExactly(
                        new MethodShare("soup", 2, 2), new MethodShare(null, 1, 0), new MethodShare("paper", 1, 1));
        assertThat(summary.topErrors())
                .containsExactly(new StatusCount(404, 2), new StatusCount(0, 1), new StatusCount(302, 1));
    }

    @Test
    void haveNoRatesWhereThereAreNoRows() {
        Statistics.Summary summary = statistics.summary(EMPTY);

        assertThat(summary.total()).isZero();
        assertThat(summary.successRate()).isEmpty();
        assertThat(summary.avgDurationMs()).isNull();
        assertThat(summary.methods()).isEmpty();
        assertThat(summary.topErrors()).isEmpty();
        assertThat(statistics.methodPerformance(EMPTY, ALL, true, 50)).isEmpty();
        assertThat(statistics.publisherStats(EMPTY, null, 1, 50)).isEmpty();
        assertThat(statistics.poorPerformers(EMPTY, 1, 100, 50)).isEmpty();
        Statistics.FieldExtraction fields = statistics.fieldExtraction(EMPTY, ALL, null, 50);
        assertThat(fields.methods()).isEmpty();
        assertThat(fields.overall().rate(Field.TITLE)).isEmpty();
    }

    @Test
    void countAttemptsByMethodAndHost() {
        assertThat(statistics.methodPerformance(WINDOW, ALL, true, 50))
                .containsExactly(
                        new MethodPerformance("soup", "a.example", 4, 2, 3, 15.0, 10.0, 20.0),
                        new MethodPerformance("paper", "a.example", 1, 1, 1, 30.0, 30.0, 30.0),
                        new MethodPerformance("selenium", "b.example", 1, 0, 1, 50.0, 50.0, 50.0),
                        new MethodPerformance("soup", "b.example", 1, 0, 1, 40.0, 40.0, 40.0));
        assertThat(statistics.methodPerformance(WINDOW, ALL, false, 1))
                .containsExactly(new MethodPerformance("soup", null, 5, 2, 4, 70.0 / 3, 10.0, 40.0));
        assertThat(statistics.methodPerformance(WINDOW, new AttemptFilter("soup", "a.example", "Z"), true, 50))
                .containsExactly(new MethodPerformance("soup", "a.example", 1, 1, 1, null, null, null));
    }

    @Test
    void tellHowEachHostDoes() {
        List<PublisherStats> stats = statistics.publisherStats(WINDOW, null, 1, 50);

        assertThat(stats)
                .containsExactly(
                        new PublisherStats("a.example", "A", 3, 3, 100.0, 2, "soup", START.plusSeconds(20)),
                        new PublisherStats("b.example", null, 1, 0, null, 2, null, START.plusSeconds(30)));
        assertThat(statistics.publisherStats(WINDOW, null, 2, 50)).hasSize(1);
        assertThat(statistics.publisherStats(WINDOW, "b.example", 1, 50)).hasSize(1);
        assertThat(statistics.publisherStats(WINDOW, "A", 1, 50)).isEmpty();
    }

    @Test
    void tellHowOftenEachFieldIsExtractedByMethod() {
        Statistics.FieldExtraction fields = statistics.fieldExtraction(WINDOW, ALL, null, 50);

        assertThat(fields.methods()).extracting(FieldRates::method).containsExactly("soup", "paper", "selenium");
        FieldRates soup = fields.methods().get(0);
        assertThat(soup.count()).isEqualTo(5);
        assertThat(soup.rate(Field.TITLE)).contains(0.4);
        assertThat(soup.rate(Field.CONTENT)).contains(0.2);
        assertThat(fields.overall().count()).isEqualTo(7);
        assertThat(fields.overall().rate(Field.TITLE)).contains(3.0 / 7);
    }

    @Test
    void keepMethodsThatEverFoundTheFieldAskedFor() {
        Statistics.FieldExtraction content = statistics.fieldExtraction(WINDOW, ALL, "content", 50);

        assertThat(content.methods()).extracting(FieldRates::method).containsExactly("soup");
        assertThat(content.overall().count()).isEqualTo(5);
        assertThat(statistics.fieldExtraction(WINDOW, ALL, "headline", 50).methods())
                .isEmpty();
        assertThat(statistics.fieldExtraction(WINDOW, ALL, null, 1).overall().count())
                .isEqualTo(7);
        assertThat(statistics
                        .fieldExtraction(WINDOW, new AttemptFilter(null, "b.example", null), null, 50)
                        .methods())
                .hasSize(2);
    }

    @Test
    void nameHostsThatFailTooOften() {
        assertThat(statistics.poorPerformers(WINDOW, 1, 50, 50)).containsExactly(new PoorPerformer("b.example", 1, 0));
        assertThat(statistics.poorPerformers(WINDOW, 1, 100, 50))
                .extracting(PoorPerformer::host)
                .containsExactly("b.example", "a.example");
        assertThat(statistics.poorPerformers(WINDOW, 2, 100, 50))
                .extracting(PoorPerformer::host)
                .containsExactly("a.example");
    }

    @Test
    void listDetectionsNewestFirst() {
        assertThat(statistics.detections(WINDOW, List.of(), 50)).hasSize(1);
        assertThat(statistics.detections(WINDOW, List.of("news", "opinion"), 50))
                .extracting(StoredDetection::operationId)
                .hasSize(1);
        assertThat(statistics.detections(WINDOW, List.of("news"), 50)).isEmpty();
        assertThat(statistics.detections(EMPTY, List.of(), 50)).isEmpty();
    }

    @Test
    void averageTheLongestDurationsThereAre() {
        Reports longest = fact("op-6", "c.example", "C", 200, 0)
                .times(START, null, 1e15)
                .attempts(attempt("robot", 1e15, true, null, TITLE), attempt("robot", 1e15, true, null, TITLE));
        recording.record(List.of(longest.accepted()));

        assertThat(statistics.publisherStats(WINDOW, "c.example", 1, 50))
                .extracting(PublisherStats::avgDurationMs)
                .containsExactly(1e15);
        assertThat(statistics.methodPerformance(WINDOW, new AttemptFilter("robot", null, null), true, 50))
                .extracting(MethodPerformance::avgDurationMs)
                .containsExactly(1e15);
    }

    @Test
    void includeBothEndsOfTheWindow() {
        Window ends = new Window(START, START.plusSeconds(20));

        assertThat(statistics.summary(ends).total()).isEqualTo(3);
    }

    private static double percent(SuccessRate rate) {
        return rate.percent().doubleValue();
    }

    private static Reports fact(String operation, String host, @Nullable String publisher, int status, int second) {
        return aReport()
                .operation(operation)
                .of(new ExtractionReport.Article("a-1", "https://" + host + "/s", publisher, null))
                .status(status)
                .times(START.plusSeconds(second), null, null);
    }

    private static ExtractionReport.Detection detection(String status, String evidence) {
        return new ExtractionReport.Detection(null, null, null, null, status, null, null, null, evidence, null, null);
    }
}
