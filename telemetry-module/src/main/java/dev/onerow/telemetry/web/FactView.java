package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Alternative;
import dev.onerow.telemetry.domain.Article;
import dev.onerow.telemetry.domain.Fact;
import dev.onerow.telemetry.domain.Field;
import dev.onerow.telemetry.domain.FieldFlags;
import dev.onerow.telemetry.domain.HttpResult;
import dev.onerow.telemetry.domain.MethodSummary;
import dev.onerow.telemetry.domain.Proxy;
import dev.onerow.telemetry.domain.ProxyStatus;
import dev.onerow.telemetry.domain.Result;
import dev.onerow.telemetry.domain.RowVersion;
import dev.onerow.telemetry.domain.Times;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An extraction as it is shown: the row of its fact. */
@Serdeable
record FactView(
        long id,
        String operationId,
        String articleId,
        String url,
        @Nullable String publisher,
        String host,
        int revision,
        Instant startTime,
        @Nullable Instant endTime,
        Instant occurredAt,
        @Nullable Double totalDurationMs,
        @Nullable Integer httpStatusCode,
        @Nullable String httpErrorType,
        @Nullable String reportedHttpErrorType,
        @Nullable Double responseTimeMs,
        @Nullable Long responseSizeBytes,
        @Nullable Long contentLength,
        List<String> methodsAttempted,
        @Nullable String successfulMethod,
        Map<String, Double> methodTimings,
        Map<String, Boolean> methodSuccess,
        Map<String, String> methodErrors,
        Map<String, FlagsView> fieldExtraction,
        FlagsView extractedFields,
        Map<String, String> finalFieldAttribution,
        Map<String, Map<String, AlternativeView>> alternativeExtractions,
        boolean isSuccess,
        boolean isComplete,
        @Nullable String errorMessage,
        @Nullable String errorType,
        @Nullable Boolean proxyUsed,
        @Nullable String proxyUrl,
        @Nullable Boolean proxyAuthenticated,
        @Nullable Integer proxyStatus,
        @Nullable String proxyError,
        String contentHash,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static FactView of(Fact fact) {
        Article article = fact.article();
        Times times = fact.times();
        HttpResult http = fact.http();
        MethodSummary methods = fact.methods();
        Result result = fact.result();
        Proxy proxy = fact.proxy();
        RowVersion row = fact.row();
        return new FactView(
                fact.id(),
                fact.operationId().value(),
                article.articleId(),
                article.url(),
                article.publisher(),
                article.host().value(),
                fact.revision(),
                times.start(),
                times.end(),
                times.occurredAt(),
                times.totalDurationMs(),
                http.statusCode(),
                http.errorType(),
                http.reportedErrorType(),
                http.responseTimeMs(),
                http.responseSizeBytes(),
                http.contentLength(),
                methods.attempted(),
                methods.successful(),
                methods.timings(),
                methods.successes(),
                methods.errors(),
                byMethod(methods.fields()),
                FlagsView.of(result.extracted()),
                byWord(result.attribution(), method -> method),
                alternatives(result.alternatives()),
                result.success(),
                result.isComplete(),
                result.errorMessage(),
                result.errorType(),
                proxy.used(),
                proxy.url(),
                proxy.authenticated(),
                number(proxy.status()),
                proxy.error(),
                fact.contentHash(),
                row.number(),
                row.createdAt(),
                row.updatedAt());
    }

    private static @Nullable Integer number(@Nullable ProxyStatus status) {
        return status == null ? null : (Integer) status.number();
    }

    private static Map<String, FlagsView> byMethod(Map<String, FieldFlags> fields) {
        Map<String, FlagsView> views = new TreeMap<>();
        fields.forEach((method, flags) -> views.put(method, FlagsView.of(flags)));
        return views;
    }

    private static Map<String, Map<String, AlternativeView>> alternatives(Map<String, Map<Field, Alternative>> all) {
        Map<String, Map<String, AlternativeView>> views = new TreeMap<>();
        all.forEach((method, byField) -> views.put(method, byWord(byField, AlternativeView::of)));
        return views;
    }

    private static <T, R> Map<String, R> byWord(Map<Field, T> byField, Function<T, R> view) {
        Map<String, R> views = new TreeMap<>();
        byField.forEach((field, value) -> views.put(field.word(), view.apply(value)));
        return views;
    }
}
