package dev.onerow.telemetry.domain;

import static dev.onerow.telemetry.domain.Reports.aReport;
import static dev.onerow.telemetry.domain.Reports.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class AttemptsTest {
    private static final FieldFlags TITLE = new FieldFlags(true, false, false, false);
    private static final FieldFlags CONTENT = new FieldFlags(false, false, true, false);

    @Test
    void giveTheMapsTheLastValueThatEachMethodKnows() {
        Attempts attempts = aReport()
                .attempts(
                        attempt("soup", 10.0, false, "no title", TITLE),
                        attempt("paper", 20.0, true, null, null),
                        attempt("soup", null, true, null, null))
                .accepted()
                .attempts();

        assertThat(attempts.methods()).containsExactly("soup", "paper", "soup");
        assertThat(attempts.inOrder()).extracting(Attempt::attemptNo).containsExactly(1, 1, 2);
        assertThat(attempts.timings()).isEqualTo(Map.of("soup", 10.0, "paper", 20.0));
        assertThat(attempts.successes()).isEqualTo(Map.of("soup", true, "paper", true));
        assertThat(attempts.errors()).isEqualTo(Map.of("soup", "no title"));
        assertThat(attempts.fields()).isEqualTo(Map.of("soup", TITLE));
    }

    @Test
    void followFromTheMapsOneForEachEntryWithValuesInTheLastOfAMethod() {
        ExtractionReport.MethodMaps maps = new ExtractionReport.MethodMaps(
                List.of("soup", "paper", "soup"),
                Map.of("soup", 10.0),
                Map.of("soup", true, "paper", false),
                Map.of("paper", "no answer"),
                Map.of("soup", TITLE));

        Attempts attempts = aReport().maps(maps).accepted().attempts();

        assertThat(attempts.inOrder())
                .containsExactly(
                        new Attempt("soup", 1, null, null, null, TITLE),
                        new Attempt("paper", 1, null, false, "no answer", null),
                        new Attempt("soup", 2, 10.0, true, null, TITLE));
    }

    @Test
    void areTheMethodsOfTheMapsByNameWhenNobodySaysTheirOrder() {
        ExtractionReport.MethodMaps maps = new ExtractionReport.MethodMaps(
                null, Map.of("soup", 1.0), Map.of("driver", true), Map.of("paper", "x"), Map.of("audio", CONTENT));

        Attempts attempts = aReport().maps(maps).accepted().attempts();

        assertThat(attempts.methods()).containsExactly("audio", "driver", "paper", "soup");
    }

    @Test
    void areRefusedWhenAMapNamesAMethodThatWasNotAttempted() {
        ExtractionReport.MethodMaps maps =
                new ExtractionReport.MethodMaps(List.of("soup"), Map.of("so/up~", 1.0), Map.of(), Map.of(), Map.of());

        List<Flaw> flaws = aReport().maps(maps).flaws();

        assertThat(flaws)
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactly(tuple("/method_timings/so~1up~0", "unknown-method"));
    }

    @Test
    void areTakenFromTheListAndNotFromTheMapsBesideIt() {
        ExtractionReport.MethodMaps stale = new ExtractionReport.MethodMaps(
                List.of("selenium"), Map.of("other", -1.0), Map.of(), Map.of(), Map.of());

        Attempts attempts =
                aReport().attempts(attempt("soup")).maps(stale).accepted().attempts();

        assertThat(attempts.methods()).containsExactly("soup");
    }

    @Test
    void areAtMostFiftyInEitherSpelling() {
        ExtractionReport.Attempt[] many = new ExtractionReport.Attempt[51];
        Arrays.fill(many, attempt("soup"));
        List<String> names =
                Arrays.stream(many).map(ExtractionReport.Attempt::method).toList();

        assertThat(aReport()
                        .attempts(Arrays.copyOf(many, 50))
                        .accepted()
                        .attempts()
                        .methods())
                .hasSize(50);
        assertThat(aReport().attempts(many).flaws()).extracting(Flaw::pointer).containsExactly("/method_attempts");
        assertThat(aReport().maps(mapsOf(names)).flaws())
                .extracting(Flaw::pointer)
                .containsExactly("/methods_attempted");
    }

    @Test
    void refuseDurationsThatAreNone() {
        assertThat(aReport()
                        .attempts(
                                attempt("a", -1.0, null, null, null),
                                attempt("b", Double.NaN, null, null, null),
                                attempt("c", -0.0, null, null, null))
                        .flaws())
                .extracting(Flaw::pointer)
                .containsExactly("/method_attempts/0/duration_ms", "/method_attempts/1/duration_ms");
        assertThat(aReport()
                        .attempts(attempt("c", -0.0, null, null, null))
                        .accepted()
                        .attempts()
                        .timings())
                .isEqualTo(Map.of("c", 0.0));
    }

    @Test
    void cutErrorsInCodePoints() {
        String error = "\ud83d\udcf0".repeat(2_001);

        Attempts attempts = aReport()
                .attempts(attempt("soup", null, false, error, null))
                .accepted()
                .attempts();

        assertThat(attempts.errors()).isEqualTo(Map.of("soup", "\ud83d\udcf0".repeat(2_000)));
    }

    @Test
    void saySoFarAsMapsCanTheSameInBothSpellings() {
        qt().forAll(lists().of(attempts()).ofSizeBetween(0, 6)).checkAssert(reported -> {
            Attempts fromAttempts = aReport()
                    .attempts(reported.toArray(ExtractionReport.Attempt[]::new))
                    .accepted()
                    .attempts();

            Attempts fromMaps =
                    aReport().maps(Reports.mapsOf(fromAttempts)).accepted().attempts();

            assertThat(Reports.mapsOf(fromMaps)).isEqualTo(Reports.mapsOf(fromAttempts));
        });
    }

    private static ExtractionReport.MethodMaps mapsOf(List<String> attempted) {
        Map<String, @Nullable Double> timings = new HashMap<>();
        timings.put("soup", null);
        return new ExtractionReport.MethodMaps(attempted, timings, Map.of(), Map.of(), Map.of());
    }

    static Gen<ExtractionReport.Attempt> attempts() {
        return integers().between(0, 2 * 3 * 4 * 3 * 5 - 1).map(i -> {
            Boolean success = new Boolean[] {null, true, false}[i / 2 % 3];
            Double duration = new Double[] {null, 1.0, 2.5, 310.0}[i / 6 % 4];
            String error = new String[] {null, "no title", "time-out"}[i / 24 % 3];
            FieldFlags fields = i / 72 == 0 ? null : new FieldFlags(i % 2 == 0, i % 3 == 0, i % 5 == 0, i % 7 == 0);
            return attempt(i % 2 == 0 ? "soup" : "paper", duration, success, error, fields);
        });
    }
}
