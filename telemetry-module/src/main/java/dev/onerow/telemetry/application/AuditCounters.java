package dev.onerow.telemetry.application;

import dev.onerow.telemetry.domain.CounterAudit;
import dev.onerow.telemetry.domain.Counters;
import jakarta.inject.Singleton;

/** Compares counters with facts, and makes them agree again. Thread-safe. */
@Singleton
public final class AuditCounters {
    private final Counters counters;
    private final RecordingMetrics metrics;

    AuditCounters(Counters counters, RecordingMetrics metrics) {
        this.counters = counters;
        this.metrics = metrics;
    }

    /** What differs; nothing is written. */
    public CounterAudit.Finding audit() {
        CounterAudit.Finding finding = counters.audit();
        metrics.foundDifferences(finding.differences().size());
        return finding;
    }

    /** Makes every counter what its facts and baselines say; doing it twice changes nothing more. */
    public Counters.Rebuilt rebuild() {
        Counters.Rebuilt rebuilt = counters.rebuild();
        metrics.foundDifferences(0);
        return rebuilt;
    }
}
