package dev.onerow.ledger.domain.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexOfAUserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a{1000}){1000}",
                "((((a{900}){900}){900}){900}){900}",
                "((((a{30})*{30})*{30})*{30})*{30}",
                "((a{1,1000})?)+b{1000}",
                "(x{100}|y{100}){20}",
                "a{1001}",
                "[a-z]{1000}[0-9]{1000}"
            })
    void isRefusedBeforeItsRepeatsFillTheMemory(String regex) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(code(regex)).isIn("regex-too-large", "invalid-regex"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a)", "[a", "(?=a)", "(a)\\1", "*", "\\"})
    void isRefusedWhenItIsNone(String regex) {
        assertThat(code(regex)).isEqualTo("invalid-regex");
    }

    @Test
    void isRefusedWhenItIsTooLongOrEmpty() {
        assertThat(code("a".repeat(501))).isEqualTo("too-long");
        assertThat(code("")).isEqualTo("empty-pattern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a*)*b", "(a+)+$", "(a|aa)+$", "(.*)(.*)(.*)(.*)x", "(a?){50}a{50}", "([a-z]+)*@"})
    void decidesQuicklyWhereOthersHang(String regex) {
        TextCondition condition = TextCondition.of(regex, MatchType.REGEX).value();
        String text = "a".repeat(4_000) + "!";

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 20; i++) {
                condition.isMetBy(text);
            }
        });
    }

    @Test
    void isNotFoundWhereItWouldTakeTooManySteps() {
        TextCondition condition = TextCondition.of("a{900}|b", MatchType.REGEX).value();

        assertThat(condition.isMetBy("b")).isTrue();
        assertThat(condition.isMetBy("c".repeat(4_000) + "b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(AMZN|AMAZON)[ *.]?(MKTP|EU)?\\b.*[0-9A-Z]{9}$",
                "(?i)\\b(rewe|edeka|lidl|aldi)\\b",
                "[0-9]{4}-[0-9]{2}-[0-9]{2} \\d{16}",
                "\\p{Lu}{2}\\d{2} ?([0-9A-Z]{4} ?){4,7}",
                "\\Qa.b{9999}\\E"
            })
    void isTakenWhenAPersonWouldWriteIt(String regex) {
        assertThat(TextCondition.of(regex, MatchType.REGEX).isReadable()).isTrue();
    }

    @Test
    void isNeverMuchLargerThanEstimated() {
        List<String> pieces = List.of(
                "a", "(", ")", "(?:", "|", "*", "+?", "{3}", "{2,}", "{1,4}", "{7}", "[a]", "[]a]", "\\d", "\\pL",
                "\\Q", "\\E", "{", "}", ",", ".");
        qt().withExamples(20_000)
                .forAll(lists().of(integers().between(0, pieces.size() - 1)).ofSizeBetween(1, 14))
                .check(chosen -> {
                    String regex =
                            String.join("", chosen.stream().map(pieces::get).toList());
                    return RegexSize.of(regex) > 1_000 || programSize(regex) <= 4 * RegexSize.of(regex) + 4;
                });
    }

    private static int programSize(String regex) {
        try {
            return Pattern.compile(regex).programSize();
        } catch (PatternSyntaxException invalid) {
            return 0;
        }
    }

    private static String code(String regex) {
        return TextCondition.of(regex, MatchType.REGEX).either(valid -> "valid", no -> no.code());
    }
}
