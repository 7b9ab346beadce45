package dev.onerow.telemetry.application;

import static dev.onerow.telemetry.domain.Reports.aReport;
import static dev.onerow.telemetry.domain.Reports.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.telemetry.domain.Extraction;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RecordingMetricsTest {
    private final TestDatabase database;
    private final RecordExtractions recording;
    private final AuditCounters audit;
    private final MeterRegistry meters;

    RecordingMetricsTest(TestDatabase database) {
        this.database = database;
        this.recording = database.bean(RecordExtractions.class);
        this.audit = database.bean(AuditCounters.class);
        this.meters = database.bean(MeterRegistry.class);
    }

    @BeforeEach
    void nothingRecorded() {
        new TelemetryTables(database).empty();
    }

    @Test
    void countFactsAttemptsAndErrorsOnceHoweverOftenTheyAreSent() {
        Counts before = counts();

        recording.record(List.of(extraction("op-1", 404), extraction("op-2", 200)));
        recording.record(List.of(extraction("op-1", 404)));

        assertThat(counts().since(before)).isEqualTo(new Counts(2, 1, 2, 1));
    }

    @Test
    void countChunksThatShareATransactionWhenItIsCommitted() {
        Counts before = counts();
        RecordExtractions.Chunks chunks = recording.inChunks();

        assertThatThrownBy(() -> chunks.inOneTransaction(() -> {
                    chunks.record(List.of(extraction("op-1", 404)));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        Counts afterRollback = counts();
        chunks.inOneTransaction(() -> List.of(
                chunks.record(List.of(extraction("op-1", 404))), chunks.record(List.of(extraction("op-2", 404)))));
        chunks.record(List.of(extraction("op-3", 404)));

        assertThat(afterRollback).isEqualTo(before);
        assertThat(counts().since(before)).isEqualTo(new Counts(3, 0, 3, 3));
    }

    @Test
    void tellFewMethodsApartAndNoHosts() {
        recording.record(IntStream.range(0, 30)
                .mapToObj(i -> aReport()
                        .operation("op-" + i)
                        .attempts(attempt("method-" + i))
                        .accepted())
                .toList());

        List<Meter> attempts =
                List.copyOf(meters.find("onerow.telemetry.attempts").meters());
        assertThat(attempts).hasSizeLessThanOrEqualTo(21);
        assertThat(meters.find("onerow.telemetry.attempts")
                        .tag("method", "other")
                        .counter())
                .isNotNull();
        assertThat(meters.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(Tag::getKey)
                .doesNotContain("host");
    }

    @Test
    void showWhatTheLastAuditFoundUntilItIsRebuilt() {
        recording.record(List.of(extraction("op-1", 404)));
        database.sql("UPDATE http_error_summary SET count = 9");

        audit.audit();
        double afterAudit = differences();
        audit.rebuild();

        assertThat(afterAudit).isEqualTo(1);
        assertThat(differences()).isZero();
    }

    private static Extraction extraction(String operation, int status) {
        return aReport()
                .operation(operation)
                .status(status)
                .attempts(attempt("soup"))
                .accepted();
    }

    private double differences() {
        return meters.get("onerow.telemetry.audit.differences").gauge().value();
    }

    private double sum(String name, String label, String value) {
        return meters.find(name).tag(label, value).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private Counts counts() {
        return new Counts(
                sum("onerow.telemetry.facts", "outcome", "inserted"),
                sum("onerow.telemetry.facts", "outcome", "unchanged"),
                meters.find("onerow.telemetry.attempts").counters().stream()
                        .mapToDouble(counter -> counter.count())
                        .sum(),
                sum("onerow.telemetry.errors", "error_type", "4xx_client_error"));
    }

    /** The counters that the tests move. */
    private record Counts(double inserted, double unchanged, double attempts, double errors) {
        Counts since(Counts before) {
            return new Counts(
                    inserted - before.inserted,
                    unchanged - before.unchanged,
                    attempts - before.attempts,
                    errors - before.errors);
        }
    }
}
