package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Counter;
import dev.onerow.telemetry.domain.CounterAudit;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an audit found; the digests are equal exactly when there is no difference. */
@Serdeable
record AuditView(
        long checked, long facts, List<DifferenceView> differences, String digestExpected, String digestActual) {
    static AuditView of(CounterAudit.Finding finding) {
        return new AuditView(
                finding.checked(),
                finding.facts(),
                finding.differences().stream().map(DifferenceView::of).toList(),
                finding.digestExpected(),
                finding.digestActual());
    }

    /** A counter that is not what it should be; one side is null where it is missing. */
    @Serdeable
    record DifferenceView(
            String host,
            int statusCode,
            @Nullable CounterView expected,
            @Nullable CounterView actual) {
        static DifferenceView of(CounterAudit.Difference difference) {
            return new DifferenceView(
                    difference.host(),
                    difference.statusCode(),
                    CounterView.ofKnown(difference.expected()),
                    CounterView.ofKnown(difference.actual()));
        }
    }

    /** What a counter says. */
    @Serdeable
    record CounterView(long count, Instant firstSeen, Instant lastSeen) {
        static @Nullable CounterView ofKnown(@Nullable Counter counter) {
            return counter == null ? null : new CounterView(counter.count(), counter.firstSeen(), counter.lastSeen());
        }
    }
}
