package dev.onerow.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SequenceForecastTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SequenceForecast forecast = new SequenceForecast(meters);

    @Test
    void knowsNoDayAfterTheFirstLook() {
        forecast.observe("readings", new LiveTable.Sequence("readings_id_seq", 1_000, 100), MONDAY);

        assertThat(gauge("onerow.sequence.values.left")).isEqualTo(900);
        assertThat(gauge("onerow.sequence.days.left")).isNaN();
    }

    @Test
    void countsTheDaysThatAreLeftAtThePaceSinceTheFirstLook() {
        forecast.observe("readings", new LiveTable.Sequence("readings_id_seq", 1_000, 100), MONDAY);

        forecast.observe(
                "readings", new LiveTable.Sequence("readings_id_seq", 1_000, 400), MONDAY.plusSeconds(3 * 86_400));

        assertThat(gauge("onerow.sequence.values.left")).isEqualTo(600);
        assertThat(gauge("onerow.sequence.days.left")).isEqualTo(6);
    }

    @Test
    void hasForeverWhereNothingIsTaken() {
        forecast.observe("readings", new LiveTable.Sequence("readings_id_seq", 1_000, 100), MONDAY);

        forecast.observe("readings", new LiveTable.Sequence("readings_id_seq", 1_000, 100), MONDAY.plusSeconds(60));

        assertThat(gauge("onerow.sequence.days.left")).isInfinite();
    }

    private double gauge(String name) {
        return meters.get(name).tag("table", "readings").gauge().value();
    }
}
