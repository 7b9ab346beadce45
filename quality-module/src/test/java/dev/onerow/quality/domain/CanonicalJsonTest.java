package dev.onerow.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    @Test
    void sortsKeysAndLeavesNoBlanks() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("b", Arrays.asList(1, null, true, "x"));
        json.put("a", Map.of());

        assertThat(CanonicalJson.of(json)).isEqualTo("{\"a\":{},\"b\":[1,null,true,\"x\"]}");
    }

    @Test
    void sortsKeysByCodePoint() {
        assertThat(CanonicalJson.of(Map.of("\uD83D\uDE00", 1, "\uFB00", 2)))
                .isEqualTo("{\"\uFB00\":2,\"\uD83D\uDE00\":1}");
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "1e3, 1000", "-0.0, 0", "0.500, 0.5", "1E-7, 0.0000001", "100, 100"})
    void writesOneNumberInOneWay(BigDecimal number, String text) {
        assertThat(CanonicalJson.of(number)).isEqualTo(text);
        assertThat(CanonicalJson.of(number.doubleValue())).isEqualTo(text);
    }

    @Test
    void writesDoublesWithTheFewestDigitsThatGiveThemBack() {
        assertThat(CanonicalJson.of(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(CanonicalJson.of(0.8999999999999999)).isEqualTo("0.8999999999999999");
        // Java 17 by itself writes one digit more here than Java 19 and later.
        assertThat(CanonicalJson.of(Math.scalb(1.0, -44))).isEqualTo("0.00000000000005684341886080802");
    }

    @Test
    void writesWholeNumbersOfAnySize() {
        assertThat(CanonicalJson.of(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
        assertThat(CanonicalJson.of(new BigInteger("123456789012345678901234567890")))
                .isEqualTo("123456789012345678901234567890");
    }

    @Test
    void escapesOnlyWhatMustBeEscaped() {
        assertThat(CanonicalJson.of("a\"b\\c\n\t\u0001\u00E9/\uD83D\uDE00"))
                .isEqualTo("\"a\\\"b\\\\c\\n\\t\\u0001\u00E9/\uD83D\uDE00\"");
    }

    @Test
    void tellsLoneSurrogatesApart() {
        assertThat(CanonicalJson.of("\uD83D")).isEqualTo("\"\\ud83d\"");
        assertThat(CanonicalJson.of("\uDE00\uD83D")).isEqualTo("\"\\ude00\\ud83d\"");
    }

    @Test
    void refusesWhatJsonHasNoFormFor() {
        assertThatThrownBy(() -> CanonicalJson.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(new BigDecimal("1e2000")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
