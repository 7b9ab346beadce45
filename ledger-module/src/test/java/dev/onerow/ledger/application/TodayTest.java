package dev.onerow.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.SQLITE)
class TodayTest {
    private static final Clock LATE = Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), ZoneOffset.UTC);

    private final TestDatabase database;

    TodayTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void isTheDayWhereTheOwnerLives() {
        assertThat(new Today(LATE, "Europe/Berlin").date()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(new Today(LATE, "UTC").date()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(new Today(LATE, " ").date()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void stopsTheStartWhereThereIsNoSuchZone() {
        try (TestDatabase own = database.another(true)) {
            own.with("onerow.ledger.zone", "Mars/Phobos");

            assertThatThrownBy(own::context)
                    .hasStackTraceContaining("ONEROW_LEDGER_ZONE is \"Mars/Phobos\", which is no time zone");
        }
    }
}
