package dev.onerow.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CounterAuditTest {
    private static final Instant EIGHT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final Counter TWO = new Counter(2, EIGHT, NINE);

    private final CounterAudit audit = new CounterAudit();

    @Test
    void findsNothingWhereEveryCounterIsWhatItsFactsSay() {
        audit.compare("a.example", 404, 2, TWO, TWO);
        audit.compare("b.example", 500, 1, TWO, TWO);

        CounterAudit.Finding finding = audit.finding();

        assertThat(finding.checked()).isEqualTo(2);
        assertThat(finding.facts()).isEqualTo(3);
        assertThat(finding.differences()).isEmpty();
        assertThat(finding.digestActual()).isEqualTo(finding.digestExpected()).hasSize(64);
    }

    @Test
    void tellsCountsAndTimesThatDifferAndCountersThatAreMissingOrTooMany() {
        audit.compare("a.example", 404, 2, TWO, new Counter(3, EIGHT, NINE));
        audit.compare("b.example", 404, 2, TWO, new Counter(2, NINE, NINE));
        audit.compare("c.example", 404, 2, TWO, null);
        audit.compare("d.example", 404, 0, null, TWO);
        audit.compare("e.example", 404, 2, TWO, TWO);

        CounterAudit.Finding finding = audit.finding();

        assertThat(finding.differences())
                .extracting(CounterAudit.Difference::host)
                .containsExactly("a.example", "b.example", "c.example", "d.example");
        assertThat(finding.digestActual()).isNotEqualTo(finding.digestExpected());
    }
}
