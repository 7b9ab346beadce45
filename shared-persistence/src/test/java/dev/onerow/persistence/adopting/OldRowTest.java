package dev.onerow.persistence.adopting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values as older code wrote them. */
class OldRowTest {
    private static OldRow row(Object value) {
        return OldRow.ofValues(Map.of("value", value));
    }

    @Test
    void readsATimeInEveryFormThatOlderCodeWrites() {
        Map<String, String> forms = Map.of(
                "2026-01-31T10:20:30Z", "2026-01-31T10:20:30Z",
                "2026-01-31T10:20:30", "2026-01-31T10:20:30Z",
                "2026-01-31 10:20:30.123456789", "2026-01-31T10:20:30.123456Z",
                "2026-01-31 10:20:30+02:00", "2026-01-31T08:20:30Z",
                "2026-01-31T10:20:30-05", "2026-01-31T15:20:30Z",
                "2026-01-31T10:20", "2026-01-31T10:20:00Z",
                "2026-01-31T10:20+01:00", "2026-01-31T09:20:00Z",
                "2026-01-31", "2026-01-31T00:00:00Z",
                "1769854830000", "2026-01-31T10:20:30Z",
                "-1", "1969-12-31T23:59:59.999Z");

        assertThat(forms)
                .allSatisfy((text, expected) ->
                        assertThat(row(text).instant("value")).isEqualTo(Instant.parse(expected)));
    }

    @Test
    void refusesWhatIsNoTime() {
        List<String> others = List.of(
                "yesterday", "2026-13-01", "+999999999-12-31T23:59:59.999999999Z", "", "2026-01-31T10:20:30 CET");

        assertThat(others)
                .allSatisfy(text ->
                        assertThatThrownBy(() -> row(text).instant("value")).isInstanceOf(UnusableValue.class));
    }

    @Test
    void readsNumbersThatWereKeptAsTexts() {
        assertThat(row(" -12.40 ").number("value")).isEqualTo(new BigDecimal("-12.40"));
        assertThat(row(new BigDecimal("3.0")).whole("value")).isEqualTo(3);
        assertThatThrownBy(() -> row("NaN").number("value")).isInstanceOf(UnusableValue.class);
        assertThatThrownBy(() -> row("1e400000000").number("value")).isInstanceOf(UnusableValue.class);
        assertThatThrownBy(() -> row("-1e-400000000").number("value")).isInstanceOf(UnusableValue.class);
        assertThatThrownBy(() -> row("0.5").whole("value")).isInstanceOf(UnusableValue.class);
        assertThatThrownBy(() -> row("1").requiredNumber("missing")).isInstanceOf(UnusableValue.class);
    }

    @Test
    void readsTruthInTheFormsOfBothDatabases() {
        assertThat(List.of(true, "t", new BigDecimal(1), "Yes"))
                .allMatch(value -> Boolean.TRUE.equals(row(value).truth("value")));
        assertThat(List.of(false, "F", new BigDecimal(0), "off"))
                .allMatch(value -> Boolean.FALSE.equals(row(value).truth("value")));
        assertThatThrownBy(() -> row("perhaps").truth("value")).isInstanceOf(UnusableValue.class);
    }

    @Test
    void ranksLaterTimesAndGreaterIdsHigher() {
        OldRow first = OldRow.ofValues(Map.of("id", new BigDecimal(9), "at", "2026-01-01"));
        OldRow second = OldRow.ofValues(Map.of("id", new BigDecimal(10), "at", "2026-01-01"));
        OldRow third = OldRow.ofValues(Map.of("id", new BigDecimal(1), "at", "2026-01-01T00:00:00.000001Z"));

        List<String> ranks = Stream.of(third, second, first)
                .map(row -> row.rankByTime("at"))
                .sorted()
                .toList();

        assertThat(ranks)
                .isEqualTo(Stream.of(first, second, third)
                        .map(row -> row.rankByTime("at"))
                        .toList());
        assertThat(OldRow.earliestFirst(Instant.EPOCH))
                .isGreaterThan(OldRow.earliestFirst(Instant.EPOCH.plusMillis(1)));
    }

    @Test
    void knowsAColumnInEverySpelling() {
        assertThat(List.of("ruleId", "RuleId", "rule_id", "RULE_ID"))
                .allMatch(name -> OldTable.snake(name).equals("rule_id"));
    }
}
