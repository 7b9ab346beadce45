package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstantConverterTest {
    private static final Instant INSTANT = Instant.parse("2026-02-03T04:05:06.1Z");

    @Test
    void writesMicrosecondsInAFixedWidth() {
        assertThat(InstantConverter.text(INSTANT)).isEqualTo("2026-02-03T04:05:06.100000Z");
        assertThat(InstantConverter.text(Instant.parse("0001-01-01T00:00:00.000001999Z")))
                .isEqualTo("0001-01-01T00:00:00.000001Z");
    }

    @Test
    void readsTheFormsOfBothDatabasesAndAnyOffset() {
        for (String text : List.of(
                "2026-02-03T04:05:06.100000Z",
                "2026-02-03T04:05:06.1Z",
                "2026-02-03 04:05:06.1+00",
                "2026-02-03 09:35:06.1+05:30",
                "2026-02-02 23:05:06.1000009-05",
                "2026-02-03 04:24:38.1+00:19:32")) {
            assertThat(InstantConverter.instant(text)).as(text).isEqualTo(INSTANT);
        }
        assertThat(InstantConverter.instant("2026-02-03 04:05:06+00")).isEqualTo("2026-02-03T04:05:06Z");
    }

    @Test
    void refusesWhatIsNoInstantOrDoesNotFit() {
        for (String text : List.of("", "infinity", "2026-02-03", "2026-02-03T04:05:06", "20260-02-03T04:05:06Z")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> InstantConverter.instant(text));
        }
        for (Instant instant : List.of(Instant.MIN, Instant.MAX, Instant.parse("0000-12-31T23:59:59Z"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> InstantConverter.text(instant));
        }
    }
}
