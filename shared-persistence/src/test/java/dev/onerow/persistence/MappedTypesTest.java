package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("measurements")
class MappedTypesTest {
    private static final UUID FIRST = UUID.fromString("11111111-aaaa-4111-8111-111111111111");
    private static final UUID SECOND = UUID.fromString("22222222-bbbb-4222-8222-222222222222");
    private static final Instant MORNING = Instant.parse("2026-02-03T04:05:06.000001Z");
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-02-03");
    private static final Json DETAILS = Json.parse("{\"b\": 1.50, \"a\": [true, null]}");

    private final TestDatabase database;
    private final Measurements measurements;

    MappedTypesTest(TestDatabase database) {
        this.database = database;
        this.measurements = database.bean(Measurements.class);
    }

    @BeforeEach
    void twoMeasurements() {
        database.sql("DELETE FROM measurements");
        insert(FIRST, "OSL", MORNING, NOON, true, "GOOD", DETAILS, "[1.0]");
        insert(SECOND, "BGO", NOON, null, false, "DOUBTFUL", Json.NULL, null);
    }

    @Test
    void readsEveryTypeAsItWasWritten() {
        assertThat(measurements.findById(FIRST))
                .contains(new Measurement(
                        FIRST,
                        "OSL",
                        MORNING,
                        NOON,
                        DAY,
                        true,
                        Measurement.Quality.GOOD,
                        DETAILS,
                        Json.of(List.of(1)),
                        7));
    }

    @Test
    void readsNullsAsNulls() {
        assertThat(measurements.findById(SECOND)).hasValueSatisfying(measurement -> {
            assertThat(measurement.checkedAt()).isNull();
            assertThat(measurement.remarks()).isNull();
            assertThat(measurement.details()).isEqualTo(Json.NULL);
        });
    }

    @Test
    void takesEveryTypeAsAParameterOfADerivedQuery() {
        assertThat(measurements.findByTakenAtBetweenOrderByTakenAt(MORNING, NOON))
                .extracting(Measurement::id)
                .containsExactly(FIRST, SECOND);
        assertThat(measurements.findByTakenAtBetweenOrderByTakenAt(MORNING.plusNanos(1_000), NOON))
                .extracting(Measurement::id)
                .containsExactly(SECOND);
        assertThat(measurements.findByDayAndValid(DAY, true))
                .extracting(Measurement::id)
                .containsExactly(FIRST);
        assertThat(measurements.findByQuality(Measurement.Quality.DOUBTFUL))
                .extracting(Measurement::id)
                .containsExactly(SECOND);
    }

    @Test
    void takesEveryTypeAsAParameterOfAWrittenQueryWithOptionalFilters() {
        assertThat(measurements.search(null, MORNING, DAY, DETAILS, 10))
                .extracting(Measurement::id)
                .containsExactly(FIRST);
        assertThat(measurements.search("BGO", MORNING, DAY, DETAILS, 10)).isEmpty();
    }

    @Test
    void readsTheTypesOfAProjection() {
        assertThat(measurements.latest())
                .containsExactly(
                        new Measurements.Latest("BGO", NOON, DAY, 1), new Measurements.Latest("OSL", MORNING, DAY, 1));
    }

    private void insert(
            UUID id,
            String station,
            Instant takenAt,
            @Nullable Instant checkedAt,
            boolean valid,
            String quality,
            Json details,
            @Nullable String remarks) {
        database.sql(
                "INSERT INTO measurements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 7)",
                id,
                station,
                InstantConverter.text(takenAt),
                checkedAt == null ? null : InstantConverter.text(checkedAt),
                DAY,
                valid,
                quality,
                details.text(),
                remarks);
    }
}
