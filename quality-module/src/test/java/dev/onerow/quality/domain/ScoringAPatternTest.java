package dev.onerow.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringAPatternTest {

    @Test
    void givesAnEmptyPatternWhatNothingEarns() {
        Score score = Score.of(Patterns.of());

        assertThat(score.dimensions()).isEqualTo(new Dimensions(0, 0, 0.3, 0, 0.4));
        assertThat(score.composite()).isCloseTo(0.1, within(1e-9));
        assertThat(score.tier()).isEqualTo(Tier.POOR);
    }

    @Test
    void weighsTheFiveDimensions() {
        Dimensions dimensions = new Dimensions(1.0, 0.6, 0.85, 0.4, 0.6);

        assertThat(dimensions.composite()).isCloseTo(0.3 + 0.15 + 0.17 + 0.06 + 0.06, within(1e-9));
    }

    @Test
    void trap7AddsInTheOrderOfTheWeightsAndRoundsNothing() {
        assertThat(new Dimensions(0.93, 0.65, 0.3, 0.3, 0.4).composite()).isEqualTo(0.5865000000000001);
    }

    @Test
    void defect14CountsStubWordsAsSubstringsAndShowsEachHit() {
        Score score = Score.of(Patterns.withCode("password = secret"));

        assertThat(score.dimensions().completeness()).isCloseTo(0.81, within(1e-9));
        assertThat(score.completeness().stubWords()).containsExactly("pass");
    }

    @Test
    void chargesANotImplementedErrorTwice() {
        Score score = Score.of(Patterns.withCode("raise NotImplementedError"));

        assertThat(score.completeness().stubWords()).containsExactly("NotImplemented", "raise NotImplementedError");
        assertThat(score.dimensions().completeness()).isCloseTo(1 - 0.4 + 0.01, within(1e-9));
    }

    @Test
    void trap1CountsTheEmptyPieceAfterTheLastLineFeed() {
        Score score = Score.of(Patterns.withCode("pass\npass\n\n"));

        assertThat(score.completeness().lines()).isEqualTo(4);
        assertThat(score.dimensions().completeness()).isCloseTo(0.84, within(1e-9));
    }

    @Test
    void splitsAtLineFeedsOnly() {
        Score score = Score.of(Patterns.withCode("# a\r# b\u2028# c\u0085# d\n# e"));

        assertThat(score.completeness().lines()).isEqualTo(2);
        assertThat(score.documentation().commentLines()).isEqualTo(2);
    }

    @Test
    void trap2MeasuresTextInCodePoints() {
        String hundredSmiles = "\uD83D\uDE00".repeat(100);

        assertThat(Score.of(Patterns.of("text", hundredSmiles)).dimensions().documentation())
                .isEqualTo(0.0);
        assertThat(Score.of(Patterns.of("text", hundredSmiles + "."))
                        .dimensions()
                        .documentation())
                .isEqualTo(0.2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a:b", "a :\n\t b", "->\u3000x", ":\u001C1", ":\u0085_", ": \u00B2", ":\uD83D\uDE00: x", "::x"})
    void trap3SeesATypeHintAcrossWhiteSpace(String code) {
        assertThat(Score.of(Patterns.withCode(code)).documentation().typeHint()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:", ":-x", ": \u200Bx", "- >x", ":\u0301x", ":\uD83D\uDE00", ">x", ":("})
    void trap3SeesNoTypeHintElsewhere(String code) {
        assertThat(Score.of(Patterns.withCode(code)).documentation().typeHint()).isFalse();
    }

    @Test
    void trap4ReadsLongRunsOfBlanksOnce() {
        String code = (":" + " ".repeat(500_000) + ")").repeat(4);

        assertThat(Score.of(Patterns.withCode(code)).documentation().typeHint()).isFalse();
    }

    @Test
    void trap5LowersNamesInNoLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            var pattern = Patterns.of("pattern_name", "FILE WRITING", "node_type", "writing");

            assertThat(Score.of(pattern).onexCompliance().typeInName()).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void findsTheFinalSigmaByItsLettersAlone() {
        // A digit before the sigma is no letter, so that this one is not final; Java alone would say it is.
        assertThat(Characters.lower("A1\u03A3")).isEqualTo("a1\u03C3");
        assertThat(Characters.lower("A.\u03A3")).isEqualTo("a.\u03C2");
        assertThat(Characters.lower("A\u03A3A\u03A3")).isEqualTo("a\u03C3a\u03C2");
        assertThat(Characters.lower("\u03A3")).isEqualTo("\u03C3");
    }

    @Test
    void rewardsTheSignatureOfTheDeclaredType() {
        var pattern = Patterns.of(
                "pattern_name", "DiskEffect", "node_type", "EFFECT", "code", "async def execute_effect(self): ...");

        OnexCompliance compliance = Score.of(pattern).onexCompliance();

        assertThat(compliance)
                .isEqualTo(
                        new OnexCompliance("effect", List.of(), true, Optional.of("async def execute_effect"), true));
        assertThat(compliance.score()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void looksForTypesInTheNameWhenNoneIsDeclared() {
        assertThat(Score.of(Patterns.of("name", "SumReducer")).dimensions().onexCompliance())
                .isEqualTo(0.5);
        assertThat(Score.of(Patterns.of("name", "sumreducer")).dimensions().onexCompliance())
                .isEqualTo(0.3);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0.0", "1, 0, 3, 0.13333333333333333", "2, 1, 4, 0.7166666666666667", "9, 9, 9, 1.0"})
    void trap8DividesCountsAsDoubles(int useCases, int examples, int keys, double expected) {
        assertThat(new MetadataRichness(useCases, examples, keys).score()).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"2, low", "3, medium", "7, Medium", "8, HIGH"})
    void confirmsADeclaredComplexity(int branches, String declared) {
        var pattern = Patterns.of("code", "if ".repeat(branches), "metadata", Map.of("complexity", declared));

        assertThat(Score.of(pattern).dimensions().complexity()).isEqualTo(1.0);
    }

    @Test
    void countsBranchesAsSubstrings() {
        String code = "elif x:\nexcept:\nexcept ValueError:\n";

        assertThat(Score.of(Patterns.withCode(code)).complexity().branches()).isEqualTo(2);
    }

    @Test
    void takesNumbersAndTruthValuesForUnknownWords() {
        assertThat(complexityOf(0)).isEqualTo(0.6);
        assertThat(complexityOf(false)).isEqualTo(0.6);
        assertThat(complexityOf("")).isEqualTo(0.4);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, EXCELLENT",
        "0.8999999999, EXCELLENT",
        "0.89999, GOOD",
        "0.7, GOOD",
        "0.6999999999, GOOD",
        "0.5, FAIR",
        "0.4999, POOR",
        "0.0, POOR"
    })
    void trap7NamesTheTierInSpiteOfRoundingDust(double composite, Tier tier) {
        assertThat(Tier.of(composite)).isEqualTo(tier);
    }

    private static double complexityOf(Object declared) {
        return Score.of(Patterns.of("code", "x", "metadata", Map.of("complexity", declared)))
                .dimensions()
                .complexity();
    }
}
