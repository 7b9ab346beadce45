package dev.onerow.telemetry.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds reports for tests: everything has a plain default, a test names what it is about. */
public final class Reports {
    public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private OperationId operationId = new OperationId("op-118");
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

    public static Reports aReport() {
        return new Reports();
    }

    public Reports of(ExtractionReport.Article article) {
        this.article = article;
        return this;
    }

    public Reports url(String url) {
        return of(new ExtractionReport.Article(article.articleId(), url, article.publisher(), article.host()));
    }

    public Reports host(String host) {
        return of(new ExtractionReport.Article(article.articleId(), article.url(), article.publisher(), host));
    }

    public Reports revision(long revision) {
        this.revision = revision;
        return this;
    }

    public Reports times(Instant start, @Nullable Instant end, @Nullable Double totalDurationMs) {
        this.times = new ExtractionReport.Times(start, end, totalDurationMs);
        return this;
    }

    public Reports status(@Nullable Integer status) {
        return status(status, null, null);
    }

    public Reports status(@Nullable Integer status, @Nullable String errorType, @Nullable String reportedErrorType) {
        Long code = status == null ? null : (Long) status.longValue();
        this.http = new ExtractionReport.Http(code, errorType, reportedErrorType, null, null, null);
        return this;
    }

    public Reports http(ExtractionReport.Http http) {
        this.http = http;
        return this;
    }

    public Reports attempts(ExtractionReport.Attempt... attempts) {
        return methods(new ExtractionReport.Methods(Arrays.asList(attempts), methods.maps(), methods.successful()));
    }

    public Reports maps(ExtractionReport.MethodMaps maps) {
        return methods(new ExtractionReport.Methods(methods.attempts(), maps, methods.successful()));
    }

    public Reports methods(ExtractionReport.Methods methods) {
        this.methods = methods;
        return this;
    }

    public Reports successful(String method) {
        return methods(new ExtractionReport.Methods(methods.attempts(), methods.maps(), method));
    }

    public Reports result(ExtractionReport.Result result) {
        this.result = result;
        return this;
    }

    public Reports error(String message) {
        return result(new ExtractionReport.Result(null, null, Map.of(), Map.of(), message, null));
    }

    public Reports proxy(ExtractionReport.Proxy proxy) {
        this.proxy = proxy;
        return this;
    }

    public Reports detection(ExtractionReport.@Nullable Detection detection) {
        this.detection = detection;
        return this;
    }

    public Reports operation(String id) {
        this.operationId = new OperationId(id);
        return this;
    }

    public ExtractionReport build() {
        return new ExtractionReport(operationId, article, revision, times, http, methods, result, proxy, detection);
    }

    public Extraction accepted() {
        return accepted(build());
    }

    public static Extraction accepted(ExtractionReport report) {
        return Extraction.of(report).either(extraction -> extraction, flaws -> {
            throw new AssertionError("refused: " + flaws);
        });
    }

    public List<Flaw> flaws() {
        return Extraction.of(build())
                .either(
                        extraction -> {
                            throw new AssertionError("accepted: " + extraction);
                        },
                        flaws -> flaws);
    }

    public static ExtractionReport.Attempt attempt(String method) {
        return attempt(method, null, null, null, null);
    }

    public static ExtractionReport.Attempt attempt(
            String method,
            @Nullable Double durationMs,
            @Nullable Boolean success,
            @Nullable String error,
            @Nullable FieldFlags fields) {
        return new ExtractionReport.Attempt(method, durationMs, success, error, fields);
    }

    /** The operation as GET would show it, read as a report. */
    public static ExtractionReport sentBack(Operation it) {
        Fact fact = it.fact();
        StoredDetection seen = it.detection();
        return sentBack(new Extraction(
                fact.operationId(),
                fact.article(),
                fact.revision(),
                fact.times(),
                fact.http(),
                it.attempts(),
                fact.methods().successful(),
                fact.result(),
                fact.proxy(),
                seen == null ? null : seen.detection()));
    }

    /** The extraction as GET would show it, read as a report: what the client may send back. */
    public static ExtractionReport sentBack(Extraction it) {
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

    public static ExtractionReport.MethodMaps mapsOf(Attempts attempts) {
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
