package dev.onerow.telemetry.application;

import static dev.onerow.telemetry.domain.Reports.START;
import static dev.onerow.telemetry.domain.Reports.aReport;
import static dev.onerow.telemetry.domain.Reports.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.ExtractionReport;
import dev.onerow.telemetry.domain.Reports;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@Tag("laws")
class ReplayLawTest {
    private static final int OPERATIONS = 400;
    private static final int WRITERS = 5;
    private static final int TIMES = 3;

    private final TestDatabase database;
    private final TelemetryTables tables;
    private final RecordExtractions recording;
    private final AuditCounters audit;

    ReplayLawTest(TestDatabase database) {
        this.database = database;
        this.tables = new TelemetryTables(database);
        this.recording = database.bean(RecordExtractions.class);
        this.audit = database.bean(AuditCounters.class);
    }

    @BeforeEach
    void nothingRecorded() {
        tables.empty();
    }

    @Test
    void sayTheSameHoweverOftenInWhateverOrderAndByWhomALogIsSent() {
        List<Extraction> log =
                IntStream.range(0, OPERATIONS).mapToObj(i -> state(i, 0)).toList();
        Map<String, List<String>> once = recordedInOrder(log);

        sentShuffledByManyWriters(log);

        assertThat(tables.state()).isEqualTo(once);
        assertCountersProveThemselves();
    }

    @Test
    void endInTheHighestRevisionInWhateverOrderTheStatesOfAnOperationArrive() {
        List<Extraction> states = IntStream.range(0, OPERATIONS)
                .boxed()
                .flatMap(i -> IntStream.range(0, 4).mapToObj(revision -> state(i, revision)))
                .toList();
        Map<String, List<String>> once = recordedInOrder(states);

        sentShuffledByManyWriters(states);

        assertThat(tables.state()).isEqualTo(once);
        assertThat(database.value("SELECT min(revision) FROM extraction_telemetry_v2"))
                .isEqualTo(3L);
        assertCountersProveThemselves();
    }

    private Map<String, List<String>> recordedInOrder(List<Extraction> extractions) {
        extractions.forEach(extraction -> recording.record(List.of(extraction)));
        Map<String, List<String>> state = tables.state();
        tables.empty();
        return state;
    }

    private void sentShuffledByManyWriters(List<Extraction> extractions) {
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> sentShuffled(extractions, new Random(writer))))
                .toList();
        writers.forEach(CompletableFuture::join);
    }

    private void sentShuffled(List<Extraction> extractions, Random random) {
        for (int time = 0; time < TIMES; time++) {
            List<Extraction> shuffled = new ArrayList<>(extractions);
            Collections.shuffle(shuffled, random);
            int from = 0;
            while (from < shuffled.size()) {
                int to = Math.min(shuffled.size(), from + 1 + random.nextInt(100));
                recording.record(shuffled.subList(from, to));
                from = to;
            }
        }
    }

    private void assertCountersProveThemselves() {
        assertThat(audit.audit().differences()).isEmpty();
        assertThat(database.value("SELECT CAST(sum(count) AS bigint) FROM http_error_summary"))
                .isEqualTo(database.value("SELECT count(DISTINCT operation_id) FROM extraction_telemetry_v2"
                        + " WHERE http_error_type IS NOT NULL"));
    }

    /** Few hosts and statuses, so that writers meet at the same counters; the last revision of some is no error. */
    private static Extraction state(int operation, int revision) {
        int status = List.of(200, 404, 302, 500, 0).get((operation + revision) % 5);
        Reports report = aReport()
                .operation("op-" + operation)
                .url("https://h" + (operation + revision) % 7 + ".example.com/" + operation)
                .revision(revision)
                .status(status)
                .times(START.plusSeconds(operation * 7L % 1_000 + revision), null, null);
        if (operation % 3 > 0) {
            report.attempts(attempt("soup", 1.0 * operation, status == 200, null, null), attempt("paper " + revision));
        }
        if ((operation + revision) % 2 == 0) {
            report.detection(new ExtractionReport.Detection(
                    null, null, null, null, "news", null, 0.5, null, Map.of("revision", revision), null, null));
        }
        return report.accepted();
    }
}
