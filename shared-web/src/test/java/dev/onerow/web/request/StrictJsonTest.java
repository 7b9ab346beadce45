package dev.onerow.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void readsEveryKindOfValueExactly() {
        Object tree = parse(
                "{\"a\":[1,-2.50,1e3,9223372036854775807,123456789012345678901,true,null,\"\\u00e9\\ud83d\\ude00\"]}");

        assertThat(tree)
                .isEqualTo(Map.of(
                        "a",
                        java.util.Arrays.asList(
                                1L,
                                new BigDecimal("-2.50"),
                                new BigDecimal("1E+3"),
                                9223372036854775807L,
                                new BigDecimal("123456789012345678901"),
                                true,
                                null,
                                "\u00e9\ud83d\ude00")));
    }

    @Test
    void writesWhatItReads() {
        String text = "{\"a\":[1,2.50,true,null,\"\\\"\\n\"],\"b\":{},\"c\":[]}";

        assertThat(StrictJson.write(parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{bad",
                "[1,]",
                "{\"a\":1,}",
                "1 2",
                "{} x",
                "'a'",
                "NaN",
                "Infinity",
                "01",
                "+1",
                ".5",
                "\"a\nb\"",
                "// c\n1",
                "\"\\x\"",
                "tru",
                "[1 2]",
                "{\"a\" 1}",
                "]"
            })
    void refusesWhatIsNotJsonAsMalformed(String text) {
        assertThat(refusal(text).type()).isEqualTo("/problems/malformed-request");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = "\"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1);
        byte[] encodedSurrogates = {
            '"', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, (byte) 0xED, (byte) 0xB8, (byte) 0x80, '"'
        };
        byte[] overlong = {'"', (byte) 0xC0, (byte) 0x80, '"'};
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16LE);

        for (byte[] bytes : List.of(latin, encodedSurrogates, overlong, utf16)) {
            assertThat(refusal(bytes).type()).isEqualTo("/problems/malformed-request");
        }
    }

    @Test
    void dropsAByteOrderMark() {
        assertThat(parse("\uFEFF{}")).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":2,\"a\":3}|/a|duplicate-member",
                "{\"a\":{\"x/y\":1,\"x/y\":1}}|/a/x~1y|duplicate-member",
                "[\"ok\",\"\\u0000\"]|/1|invalid-text",
                "{\"m\":{\"\\ud800\":1}}|/m/?|invalid-text",
                "{\"a\":\"\\udc00\\ud800\"}|/a|invalid-text",
                "{\"a\":[1e99999]}|/a/0|out-of-range",
                "{\"a\":1e-99999999999}|/a|out-of-range",
            })
    void refusesWhatTwoReadersCouldReadDifferently(String text, String pointer, String code) {
        Problem problem = refusal(text);

        assertThat(problem.type()).isEqualTo("/problems/invalid-body");
        assertThat(problem.errors()).hasSize(1);
        assertThat(problem.errors().get(0).code()).isEqualTo(code);
        assertThat(problem.errors().get(0).pointer()).isEqualTo(pointer);
    }

    @Test
    void refusesNestingWithoutEnd() {
        for (String open : List.of("[", "{\"a\":")) {
            for (int depth : List.of(101, 5_000, 100_000)) {
                Problem problem = refusal(open.repeat(depth));

                assertThat(problem.status().getCode()).isIn(400, 422);
            }
        }
        assertThat(refusal("[".repeat(101) + "]".repeat(101)).errors().get(0).code())
                .isEqualTo("too-deep");
        assertThat(parse("[".repeat(100) + "]".repeat(100))).isNotNull();
    }

    @Test
    void readsOneTextAfterAnother() {
        StrictJson reader = new StrictJson();
        byte[] bad = "{\"a\":\"\\u0000\"}".getBytes(StandardCharsets.UTF_8);
        byte[] good = ("xx\"" + "a".repeat(5_000) + "\"").getBytes(StandardCharsets.UTF_8);

        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> reader.read(bad, 0, bad.length));

        assertThat(refusal).isNotNull();
        assertThat(reader.read(good, 2, good.length - 2)).isEqualTo("a".repeat(5_000));
    }

    private static @Nullable Object parse(String text) {
        return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem refusal(byte[] text) {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, () -> StrictJson.parse(text)))
                .problem();
    }
}
