package dev.onerow.telemetry.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds reports for tests: everything has a plain default, a test names what it is about. */
final class Reports {
    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private ExtractionReport.Article article =
            new ExtractionReport.Article("a-118", "https://daily.example.com/story", null, null);
    private long revision = 0;
    private ExtractionReport.Times times = new ExtractionReport.Times(START, null, null);
    private ExtractionReport.Http http = new ExtractionReport.Http(null, null, null, null, null, null);
    private ExtractionReport.Methods methods =
            new ExtractionReport.Methods(null, ExtractionReport.MethodMaps.NONE, null);
    private ExtractionReport.Result result = new ExtractionReport.Result(null, null, Map.of(), Map.of(), null, null);
    private ExtractionReport.Proxy proxy = new ExtractionReport.Proxy(null, null, null, null, null);
    private ExtractionReport.@Nullable Detection detection;

    static Reports aReport() {
        return new Reports();
    }

    Reports of(ExtractionReport.Article article) {
        this.article = article;
        return this;
    }

    Reports url(String url) {
        return of(new ExtractionReport.Article(article.articleId(), url, article.publisher(), article.host()));
    }

    Reports host(String host) {
        return of(new ExtractionReport.Article(article.articleId(), article.url(), article.publisher(), host));
    }

    Reports revision(long revision) {
        this.revision = revision;
        return this;
    }

    Reports times(Instant start, @Nullable Instant end, @Nullable Double totalDurationMs) {
        this.times = new ExtractionReport.Times(start, end, totalDurationMs);
        return this;
    }

    Reports status(@Nullable Integer status) {
        return status(status, null, null);
    }

    Reports status(@Nullable Integer status, @Nullable String errorType, @Nullable String reportedErrorType) {
        Long code = status == null ? null : (Long) status.longValue();
        this.http = new ExtractionReport.Http(code, errorType, reportedErrorType, null, null, null);
        return this;
    }

    Reports http(ExtractionReport.Http http) {
        this.http = http;
        return this;
    }

    Reports attempts(ExtractionReport.Attempt... attempts) {
        return methods(new ExtractionReport.Methods(Arrays.asList(attempts), methods.maps(), methods.successful()));
    }

    Reports maps(ExtractionReport.MethodMaps maps) {
        return methods(new ExtractionReport.Methods(methods.attempts(), maps, methods.successful()));
    }

    Reports methods(ExtractionReport.Methods methods) {
        this.methods = methods;
        return this;
    }

    Reports successful(String method) {
        return methods(new ExtractionReport.Methods(methods.attempts(), methods.maps(), method));
    }

    Reports result(ExtractionReport.Result result) {
        this.result = result;
        return this;
    }

    Reports error(String message) {
        return result(new ExtractionReport.Result(null, null, Map.of(), Map.of(), message, null));
    }

    Reports proxy(ExtractionReport.Proxy proxy) {
        this.proxy = proxy;
        return this;
    }

    Reports detection(ExtractionReport.@Nullable Detection detection) {
        this.detection = detection;
        return this;
    }

    ExtractionReport build() {
        return new ExtractionReport(
                new OperationId("op-118"), article, revision, times, http, methods, result, proxy, detection);
    }

    Extraction accepted() {
        return Extraction.of(build()).either(extraction -> extraction, flaws -> {
            throw new AssertionError("refused: " + flaws);
        });
    }

    List<Flaw> flaws() {
        return Extraction.of(build())
                .either(
                        extraction -> {
                            throw new AssertionError("accepted: " + extraction);
                        },
                        flaws -> flaws);
    }

    static ExtractionReport.Attempt attempt(String method) {
        return attempt(method, null, null, null, null);
    }

    static ExtractionReport.Attempt attempt(
            String method,
            @Nullable Double durationMs,
            @Nullable Boolean success,
            @Nullable String error,
            @Nullable FieldFlags fields) {
        return new ExtractionReport.Attempt(method, durationMs, success, error, fields);
    }

    /** The extraction as GET would show it, read as a report: what the client may send back. */
    static ExtractionReport sentBack(Extraction it) {
        Detection seen = it.detection();
        return new ExtractionReport(
                it.operationId(),
                new ExtractionReport.Article(
                        it.article().articleId(),
                        it.article().url(),
                        it.article().publisher(),
                        it.article().host().value()),
                it.revision(),
                new ExtractionReport.Times(
                        it.times().start(), it.times().end(), it.times().totalDurationMs()),
                new ExtractionReport.Http(
                        it.http().statusCode() == null
                                ? null
                                : (Long) it.http().statusCode().longValue(),
                        it.http().errorType(),
                        it.http().reportedErrorType(),
                        it.http().responseTimeMs(),
                        it.http().responseSizeBytes(),
                        it.http().contentLength()),
                new ExtractionReport.Methods(
                        it.attempts().inOrder().stream()
                                .map(a -> attempt(a.method(), a.durationMs(), a.success(), a.error(), a.fields()))
                                .toList(),
                        mapsOf(it.attempts()),
                        it.successfulMethod()),
                resultOf(it.result()),
                new ExtractionReport.Proxy(
                        it.proxy().used(),
                        it.proxy().url(),
                        it.proxy().authenticated(),
                        it.proxy().status(),
                        it.proxy().error()),
                seen == null ? null : detectionOf(seen));
    }

    static ExtractionReport.MethodMaps mapsOf(Attempts attempts) {
        return new ExtractionReport.MethodMaps(
                attempts.methods(), attempts.timings(), attempts.successes(), attempts.errors(), attempts.fields());
    }

    private static ExtractionReport.Result resultOf(Result it) {
        Map<String, Map<Field, ExtractionReport.Alternative>> alternatives = new TreeMap<>();
        it.alternatives().forEach((method, byField) -> {
            Map<Field, ExtractionReport.Alternative> ofMethod = new TreeMap<>();
            byField.forEach((field, a) -> ofMethod.put(
                    field, new ExtractionReport.Alternative(a.alternativeValue(), a.currentValue(), a.valuesDiffer())));
            alternatives.put(method, ofMethod);
        });
        return new ExtractionReport.Result(
                it.success(), it.extracted(), it.attribution(), alternatives, it.errorMessage(), it.errorType());
    }

    private static ExtractionReport.Detection detectionOf(Detection it) {
        return new ExtractionReport.Detection(
                it.page().articleId(),
                it.page().url(),
                it.page().publisher(),
                it.page().host().value(),
                it.status(),
                it.confidence(),
                it.confidenceScore(),
                it.reason(),
                it.evidence(),
                it.version(),
                it.detectedAt());
    }
}
