package dev.onerow.telemetry.persistence;

import static dev.onerow.telemetry.domain.Reports.START;
import static dev.onerow.telemetry.domain.Reports.aReport;
import static dev.onerow.telemetry.domain.Reports.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.telemetry.application.RecordExtractions;
import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.ExtractionReport;
import dev.onerow.telemetry.domain.Reports;
import io.micronaut.data.annotation.Query;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A statistic reads its window off an index, however much lies outside of it: the plan of the very statement says so. */
@OnBothDatabases
class AnsweringFromIndexesTest {
    private static final int FACTS = 4_000;
    private static final int CHUNK = 1_000;
    private static final Duration BETWEEN_FACTS = Duration.ofHours(2);
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-zA-Z]+)");
    private static final String WHOLE_TABLE =
            "Seq Scan on (extraction|content|http_error_summary)|SCAN [fad](?! USING)|SCAN s(?! USING| LEFT)";
    private static final String FACTS_BY_TIME = "ix_extraction_telemetry_v2_newest";
    private static final String FACTS_BY_HOST = "ix_extraction_telemetry_v2_counted";
    private static final String ATTEMPTS_BY_TIME = "ix_extraction_method_attempts_window";

    private final TestDatabase database;
    private final Map<String, String> values = new TreeMap<>(Map.of(
            "from", "'" + START.minus(Duration.ofDays(7)) + "'",
            "until", "'" + START + "'",
            "limit", "50",
            "minAttempts", "5",
            "maxRate", "5000",
            "byHost", "1",
            "anyStatus", "1",
            "statuses", "''"));

    AnsweringFromIndexesTest(TestDatabase database) {
        this.database = database;
        fill();
    }

    @Test
    void findsTheMostFrequentErrorsByTheirOrderOrTheirTime() {
        assertThat(plan(CounterReads.class, "mostFrequent"))
                .containsPattern("ix_http_error_summary_(most_frequent|last_seen)")
                .doesNotContainPattern(WHOLE_TABLE);
        values.put("host", "'h7.example'");
        assertThat(plan(CounterReads.class, "mostFrequent"))
                .contains("http_error_summary_")
                .doesNotContainPattern(WHOLE_TABLE);
    }

    @Test
    void sumsUpAWindowByTheEventTime() {
        assertThat(plan(OperationStatistics.class, "summary"))
                .contains(FACTS_BY_TIME, ATTEMPTS_BY_TIME)
                .doesNotContainPattern(WHOLE_TABLE);
    }

    @Test
    void comparesHostsByTheEventTime() {
        assertThat(plan(OperationStatistics.class, "publishers"))
                .contains(FACTS_BY_TIME, "extraction_method_attempts_")
                .doesNotContainPattern(WHOLE_TABLE);
        assertThat(plan(OperationStatistics.class, "poor"))
                .contains(FACTS_BY_TIME)
                .doesNotContainPattern(WHOLE_TABLE);
        values.put("host", "'h7.example'");
        assertThat(plan(OperationStatistics.class, "publishers"))
                .contains("ix_extraction_telemetry_v2_")
                .doesNotContainPattern(WHOLE_TABLE);
    }

    @Test
    void countsAttemptsByTheEventTime() {
        for (String statistic : List.of("performance", "fields")) {
            assertThat(plan(AttemptStatistics.class, statistic))
                    .contains(ATTEMPTS_BY_TIME)
                    .doesNotContainPattern(WHOLE_TABLE);
        }
        values.put("publisher", "'P'");
        for (String statistic : List.of("performance", "fields")) {
            assertThat(plan(AttemptStatistics.class, statistic))
                    .contains(ATTEMPTS_BY_TIME)
                    .doesNotContainPattern(WHOLE_TABLE);
        }
    }

    @Test
    void listsDetectionsByTheirTime() {
        assertThat(plan(DetectionReads.class, "newest"))
                .contains("ix_content_type_detection_telemetry_newest")
                .doesNotContainPattern(WHOLE_TABLE);
        values.put("anyStatus", "0");
        values.put("statuses", "'news', 'opinion'");
        assertThat(plan(DetectionReads.class, "newest"))
                .contains("ix_content_type_detection_telemetry_")
                .doesNotContainPattern(WHOLE_TABLE);
    }

    @Test
    void opensACountToItsOperations() {
        values.putAll(Map.of(
                "to", "'9999-12-31T23:59:59.999999Z'",
                "afterTime", "'9999-12-31T23:59:59.999999Z'",
                "afterId", "0"));
        values.put("from", "'0001-01-01T00:00:00.000000Z'");
        for (String page : List.of("newest", "sizesOfNewest")) {
            assertThat(plan(FactReads.class, page))
                    .contains(FACTS_BY_TIME)
                    .doesNotContainPattern(WHOLE_TABLE + "|Sort");
        }
        values.putAll(Map.of("host", "'h7.example'", "httpStatusCode", "404"));
        assertThat(plan(FactReads.class, "newestBehind"))
                .contains(FACTS_BY_HOST)
                .doesNotContainPattern(WHOLE_TABLE)
                .doesNotContain("TEMP B-TREE");
    }

    @Test
    void takesTheTimesOfACounterFromTheEndsOfAnIndex() {
        values.putAll(Map.of("hosts", "'h7.example'", "keys", "'h7.example 404'", "now", "'" + START + "'"));
        assertThat(plan(CounterMaintenance.class, "takeTimesFromFacts"))
                .contains(FACTS_BY_HOST)
                .doesNotContainPattern(WHOLE_TABLE);
    }

    private String plan(Class<?> repository, String method) {
        String statement = Arrays.stream(repository.getMethods())
                .filter(it -> it.getName().equals(method))
                .map(it -> it.getAnnotation(Query.class).value())
                .findFirst()
                .orElseThrow();
        String explain = database.kind() == DatabaseKind.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
        String literal = PARAMETER
                .matcher(statement)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "NULL")));
        return database.query(explain + literal).stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** Spread over most of a year, so that a week is a small part; SQLite is not analysed, as it is not in service. */
    private void fill() {
        if (database.count("extraction_telemetry_v2") > 0) {
            return;
        }
        RecordExtractions recording = database.bean(RecordExtractions.class);
        for (int from = 0; from < FACTS; from += CHUNK) {
            recording.record(IntStream.range(from, from + CHUNK)
                    .mapToObj(AnsweringFromIndexesTest::fact)
                    .toList());
        }
        if (database.kind() == DatabaseKind.POSTGRESQL) {
            database.sql("ANALYZE");
        }
    }

    private static Extraction fact(int number) {
        Reports report = aReport()
                .operation("op-" + number)
                .of(new ExtractionReport.Article(
                        "a-" + number, "https://h" + number % 997 + ".example/" + number, "P" + number % 50, null))
                .times(START.minus(BETWEEN_FACTS.multipliedBy(FACTS - number)), null, null)
                .status(List.of(200, 404, 500, 0).get(number % 4))
                .attempts(attempt("soup", 10.0, false, null, null), attempt("paper", 20.0, true, null, null))
                .detection(new ExtractionReport.Detection(
                        null,
                        null,
                        null,
                        null,
                        number % 2 == 0 ? "news" : "opinion",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        return report.accepted();
    }
}
