package dev.onerow.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SuccessRateTest {
    @Test
    void isAbsentWhereNothingWasTried() {
        assertThat(SuccessRate.of(0, 0)).isEmpty();
    }

    @Test
    void isRoundedHalfUpToTwoPlaces() {
        assertThat(rate(1, 3).percent()).isEqualByComparingTo("33.33");
        assertThat(rate(2, 3).percent()).isEqualByComparingTo("66.67");
        assertThat(rate(1, 800).percent()).isEqualByComparingTo("0.13");
        assertThat(rate(1, 1).percent()).isEqualByComparingTo("100");
    }

    @Test
    void standsForPoorFairOrGood() {
        assertThat(rate(4_999, 10_000).standing()).isEqualTo("poor");
        assertThat(rate(1, 2).standing()).isEqualTo("fair");
        assertThat(rate(4, 5).standing()).isEqualTo("fair");
        assertThat(rate(8_001, 10_000).standing()).isEqualTo("good");
    }

    @Test
    void recommendsAPauseBelowAQuarter() {
        assertThat(rate(2_499, 10_000).recommendation()).isEqualTo("pause");
        assertThat(rate(1, 4).recommendation()).isEqualTo("monitor");
    }

    @Test
    void liesBetweenNoneAndAll() {
        qt().forAll(integers().between(0, 1_000_000), integers().between(1, 1_000_000))
                .checkAssert((successes, failures) -> assertThat(
                                rate(successes, successes + failures).percent())
                        .isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100)));
    }

    private static SuccessRate rate(long successes, long total) {
        return SuccessRate.of(successes, total).orElseThrow();
    }
}
