package dev.onerow.telemetry.domain;

import static dev.onerow.telemetry.domain.Reports.START;
import static dev.onerow.telemetry.domain.Reports.aReport;
import static dev.onerow.telemetry.domain.Reports.attempt;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExtractionTest {
    private static final FieldFlags TITLE_AND_CONTENT = new FieldFlags(true, false, true, false);
    private static final FieldFlags AUTHOR = new FieldFlags(false, true, false, false);

    @Test
    void happenedWhenItEndedElseWhenItStarted() {
        Instant end = START.plusMillis(1_130);

        assertThat(aReport().times(START, end, null).accepted().times().occurredAt())
                .isEqualTo(end);
        assertThat(aReport().times(START, null, null).accepted().times().occurredAt())
                .isEqualTo(START);
    }

    @Test
    void lastsFromStartToEndUnlessItSaysOtherwise() {
        Instant end = START.plusNanos(1_130_000_500);

        assertThat(aReport().times(START, end, null).accepted().times().totalDurationMs())
                .isEqualTo(1_130.0);
        assertThat(aReport().times(START, end, 900.0).accepted().times().totalDurationMs())
                .isEqualTo(900.0);
        assertThat(aReport().times(START, null, null).accepted().times().totalDurationMs())
                .isNull();
    }

    @Test
    void keepsMicroseconds() {
        Extraction extraction =
                aReport().times(START.plusNanos(1_999), null, null).accepted();

        assertThat(extraction.times().start()).isEqualTo(START.plusNanos(1_000));
    }

    @Test
    void isRefusedForTimesThatCannotBe() {
        assertThat(aReport().times(START, START.minusNanos(1_000), null).flaws())
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactly(tuple("/end_time", "before-start"));
        assertThat(aReport().times(Instant.MIN, Instant.MAX, -1.0).flaws())
                .extracting(Flaw::pointer)
                .containsExactly("/start_time", "/end_time", "/total_duration_ms");
        assertThat(aReport()
                        .times(
                                Instant.parse("0001-01-01T00:00:00Z"),
                                Instant.parse("9999-12-31T23:59:59.9999999Z"),
                                null)
                        .accepted()
                        .times()
                        .end())
                .isEqualTo(Instant.parse("9999-12-31T23:59:59.999999Z"));
    }

    @Test
    void isRefusedForADurationThatNoTwoTimesAreApart() {
        double tooLong = Math.nextUp(1e15);

        assertThat(aReport()
                        .times(START, null, tooLong)
                        .http(new ExtractionReport.Http(null, null, null, Double.POSITIVE_INFINITY, null, null))
                        .attempts(
                                attempt("soup", tooLong, null, null, null),
                                attempt("soup", Double.NaN, null, null, null))
                        .flaws())
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactlyInAnyOrder(
                        tuple("/total_duration_ms", "out-of-range"),
                        tuple("/response_time_ms", "out-of-range"),
                        tuple("/method_attempts/0/duration_ms", "out-of-range"),
                        tuple("/method_attempts/1/duration_ms", "out-of-range"));
    }

    @Test
    void hasAnErrorTypeThatFollowsFromItsStatusAlone() {
        assertThat(aReport().status(429).accepted().http().errorType()).isEqualTo("4xx_client_error");
        assertThat(aReport().status(null).accepted().http().errorType()).isNull();
        assertThat(aReport().status(200, "3xx_redirect", null).accepted().http().errorType())
                .isNull();
    }

    @Test
    void keepsAnErrorTypeThatDiffersAsReportedOnly() {
        assertThat(reportedType(200, "3xx_redirect", null)).isEqualTo("3xx_redirect");
        assertThat(reportedType(302, "3xx_redirect", null)).isNull();
        assertThat(reportedType(302, "3xx_redirect", "timeout")).isEqualTo("timeout");
        assertThat(reportedType(302, null, "timeout")).isEqualTo("timeout");
        assertThat(reportedType(302, "dns", "timeout")).isEqualTo("dns");
    }

    @Test
    void succeedsWhenItSaysSoOrAnyMethodDid() {
        assertThat(aReport().accepted().result().success()).isFalse();
        assertThat(aReport().result(result(true, null)).accepted().result().success())
                .isTrue();
        assertThat(aReport()
                        .attempts(attempt("soup"))
                        .successful("soup")
                        .result(result(false, null))
                        .accepted()
                        .result()
                        .success())
                .isTrue();
        assertThat(aReport()
                        .attempts(attempt("soup", null, true, null, null), attempt("soup", null, false, null, null))
                        .accepted()
                        .result()
                        .success())
                .isTrue();
    }

    @Test
    void owesItsSuccessToTheFirstMethodThatSucceeded() {
        Extraction extraction = aReport()
                .attempts(
                        attempt("a", null, false, null, null),
                        attempt("b", null, true, null, null),
                        attempt("c", null, true, null, null))
                .accepted();

        assertThat(extraction.successfulMethod()).isEqualTo("b");
        assertThat(aReport().attempts(attempt("a")).successful("z").flaws())
                .extracting(Flaw::pointer)
                .containsExactly("/successful_method");
    }

    @Test
    void hasTheFieldsThatSuccessfulAttemptsFoundUnlessItSaysOtherwise() {
        Reports report = aReport()
                .attempts(
                        attempt("a", null, true, null, TITLE_AND_CONTENT),
                        attempt("b", null, false, null, AUTHOR),
                        attempt("c", null, true, null, null));

        assertThat(report.accepted().result().extracted()).isEqualTo(TITLE_AND_CONTENT);
        assertThat(report.accepted().result().isComplete()).isTrue();
        assertThat(report.result(result(null, AUTHOR)).accepted().result().extracted())
                .isEqualTo(AUTHOR);
        assertThat(report.accepted().result().isComplete()).isFalse();
    }

    @Test
    void decidesWhetherAlternativesDifferBeforeItCutsThem() {
        String start = "\ud83d\udcf0".repeat(200);
        ExtractionReport.Alternative reported = new ExtractionReport.Alternative(start + "x", start + "y", null);

        Alternative alternative = alternativeOf(reported);

        assertThat(alternative).isEqualTo(new Alternative(start, start, true));
        assertThat(alternativeOf(new ExtractionReport.Alternative(start, start, null))
                        .valuesDiffer())
                .isFalse();
        assertThat(alternativeOf(new ExtractionReport.Alternative(start, start, true))
                        .valuesDiffer())
                .isTrue();
    }

    @Test
    void fillsInADetectionFromTheFact() {
        ExtractionReport.Detection bare = new ExtractionReport.Detection(
                null, null, null, null, "opinion", null, 0.5, null, Map.of(), null, null);

        Extraction extraction = aReport()
                .times(START, START.plusSeconds(1), null)
                .detection(bare)
                .accepted();

        assertThat(extraction.detection()).isNotNull().satisfies(detection -> {
            assertThat(detection.page()).isEqualTo(extraction.article());
            assertThat(detection.detectedAt()).isEqualTo(START.plusSeconds(1));
        });
    }

    @Test
    void masksCredentialsInItsDetectionToo() {
        ExtractionReport.Detection detection = new ExtractionReport.Detection(
                null,
                "https://me:t0p@h.example/?token=t0p",
                null,
                "me:t0p@H.example",
                null,
                null,
                null,
                "see https://me:t0p@h.example/",
                Map.of("seen", List.of("https://h.example/?key=t0p", 1, true)),
                null,
                null);

        Extraction extraction = aReport().detection(detection).accepted();

        assertThat(extraction.toString()).doesNotContain("t0p");
    }

    @Test
    void isRefusedWithAllItsFlawsAtOnceAndNeverRepeatsWhatItWasGiven() {
        List<Flaw> flaws = aReport()
                .url("https://me:t0p@/")
                .revision(-1)
                .status(42)
                .proxy(new ExtractionReport.Proxy(null, "me:t0p@p\u0000", null, null, "\ud83d"))
                .http(new ExtractionReport.Http(1_000L, null, null, -1.0, -1L, -1L))
                .flaws();

        assertThat(flaws)
                .extracting(Flaw::pointer)
                .containsExactlyInAnyOrder(
                        "/url",
                        "/revision",
                        "/http_status_code",
                        "/response_time_ms",
                        "/response_size_bytes",
                        "/content_length",
                        "/proxy_url",
                        "/proxy_error");
        assertThat(flaws.toString()).doesNotContain("t0p");
    }

    @Test
    void tellsAnUnusableUrlOrHostApartFromOtherFlaws() {
        assertThat(aReport().url("/b/story").flaws())
                .extracting(Flaw::kind, Flaw::pointer)
                .containsExactly(tuple(Flaw.Kind.INVALID_URL, "/url"));
        assertThat(aReport().host("a b").flaws())
                .extracting(Flaw::kind, Flaw::pointer)
                .containsExactly(tuple(Flaw.Kind.INVALID_URL, "/host"));
    }

    @Test
    void readsItsOwnStoredFormAsItself() {
        qt().forAll(
                        lists().of(AttemptsTest.attempts()).ofSizeBetween(0, 4),
                        integers().between(0, 999),
                        strings().allPossible().ofLengthBetween(0, 30),
                        booleans().all())
                .assuming(
                        (attempts, status, text, flag) -> CodePoints.canBeStored(text) && (status == 0 || status > 99))
                .checkAssert((attempts, status, text, flag) -> {
                    Extraction once = aReport()
                            .host(flag ? "me@Daily.example.com.:8080" : "DAILY.example.com:443")
                            .times(START, flag ? START.plusNanos(1_234_567) : null, null)
                            .attempts(attempts.toArray(ExtractionReport.Attempt[]::new))
                            .status(status, flag ? text : null, text)
                            .result(new ExtractionReport.Result(
                                    flag,
                                    null,
                                    Map.of(Field.TITLE, text),
                                    Map.of(
                                            text,
                                            Map.of(Field.TITLE, new ExtractionReport.Alternative(text, null, null))),
                                    "https://" + text,
                                    text))
                            .proxy(new ExtractionReport.Proxy(flag, text, null, ProxyStatus.FAILED, text))
                            .detection(new ExtractionReport.Detection(
                                    null, null, text, null, null, null, null, text, text, null, null))
                            .accepted();

                    Extraction again = Extraction.of(Reports.sentBack(once)).either(it -> it, flaws -> {
                        throw new AssertionError("refused: " + flaws);
                    });

                    assertThat(again).isEqualTo(once);
                    assertThat(again.contentHash(Map::toString)).isEqualTo(once.contentHash(Map::toString));
                });
    }

    @Test
    void hasAnotherHashWhenAnythingThatIsStoredDiffers() {
        String hash = aReport().accepted().contentHash(Map::toString);

        assertThat(hash).hasSize(64);
        assertThat(List.of(
                        aReport().revision(1),
                        aReport().status(200),
                        aReport().error("x"),
                        aReport().host("other"),
                        aReport().attempts(attempt("soup")),
                        aReport().times(START, START, 0.0),
                        aReport().result(result(true, null)),
                        aReport().proxy(new ExtractionReport.Proxy(false, null, null, null, null)),
                        aReport()
                                .detection(new ExtractionReport.Detection(
                                        null, null, null, null, null, null, null, null, null, null, null))))
                .extracting(report -> report.accepted().contentHash(Map::toString))
                .doesNotContain(hash)
                .doesNotHaveDuplicates();
    }

    private static ExtractionReport.Result result(@Nullable Boolean success, @Nullable FieldFlags extracted) {
        return new ExtractionReport.Result(success, extracted, Map.of(), Map.of(), null, null);
    }

    private static @Nullable String reportedType(int status, @Nullable String sent, @Nullable String reported) {
        return aReport().status(status, sent, reported).accepted().http().reportedErrorType();
    }

    private static Alternative alternativeOf(ExtractionReport.Alternative reported) {
        Result result = aReport()
                .result(new ExtractionReport.Result(
                        null, null, Map.of(), Map.of("soup", Map.of(Field.TITLE, reported)), null, null))
                .accepted()
                .result();
        return requireNonNull(requireNonNull(result.alternatives().get("soup")).get(Field.TITLE));
    }
}
