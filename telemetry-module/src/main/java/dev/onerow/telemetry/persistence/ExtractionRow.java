package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import dev.onerow.telemetry.domain.Article;
import dev.onerow.telemetry.domain.Attempts;
import dev.onerow.telemetry.domain.CountedFact;
import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.Fact;
import dev.onerow.telemetry.domain.FactState;
import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.HttpResult;
import dev.onerow.telemetry.domain.Incoming;
import dev.onerow.telemetry.domain.MethodSummary;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.telemetry.domain.Proxy;
import dev.onerow.telemetry.domain.ProxyStatus;
import dev.onerow.telemetry.domain.Result;
import dev.onerow.telemetry.domain.RowVersion;
import dev.onerow.telemetry.domain.Times;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One extraction of an article; which of its states is stored is decided by {@link FactState}. */
@MappedEntity("extraction_telemetry_v2")
@KeyedTable(conflictsOn = "operationId")
record ExtractionRow(
        @Id @GeneratedValue @Nullable Long id,
        String operationId,
        String articleId,
        String url,
        @Nullable String publisher,
        String host,
        int revision,
        @Micros Instant startTime,
        @Nullable @Micros Instant endTime,
        @Micros Instant occurredAt,
        @Nullable Double totalDurationMs,
        @Nullable Integer httpStatusCode,
        @Nullable String httpErrorType,
        @Nullable String reportedHttpErrorType,
        @Nullable Double responseTimeMs,
        @Nullable Long responseSizeBytes,
        @Nullable Long contentLength,
        Json methodsAttempted,
        @Nullable String successfulMethod,
        Json methodTimings,
        Json methodSuccess,
        Json methodErrors,
        Json fieldExtraction,
        Json extractedFields,
        Json finalFieldAttribution,
        Json alternativeExtractions,
        @MappedProperty("is_success") boolean success,
        @MappedProperty("is_complete") boolean complete,
        @Nullable String errorMessage,
        @Nullable String errorType,
        @Nullable Boolean proxyUsed,
        @Nullable String proxyUrl,
        @Nullable Boolean proxyAuthenticated,
        @Nullable Integer proxyStatus,
        @Nullable String proxyError,
        String contentHash,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static ExtractionRow of(Incoming incoming) {
        Extraction extraction = incoming.extraction();
        Article article = extraction.article();
        Times times = extraction.times();
        HttpResult http = extraction.http();
        Attempts attempts = extraction.attempts();
        Result result = extraction.result();
        Proxy proxy = extraction.proxy();
        ProxyStatus proxyStatus = proxy.status();
        return new ExtractionRow(
                null,
                extraction.operationId().value(),
                article.articleId(),
                article.url(),
                article.publisher(),
                article.host().value(),
                extraction.revision(),
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
                Json.of(attempts.methods()),
                extraction.successfulMethod(),
                JsonForms.ofValues(attempts.timings()),
                JsonForms.ofValues(attempts.successes()),
                JsonForms.ofValues(attempts.errors()),
                JsonForms.ofFlags(attempts.fields()),
                JsonForms.ofFlags(result.extracted()),
                JsonForms.ofAttribution(result.attribution()),
                JsonForms.ofAlternatives(result.alternatives()),
                result.success(),
                result.isComplete(),
                result.errorMessage(),
                result.errorType(),
                proxy.used(),
                proxy.url(),
                proxy.authenticated(),
                proxyStatus == null ? null : (Integer) proxyStatus.number(),
                proxy.error(),
                incoming.contentHash(),
                0,
                null,
                null);
    }

    FactState state() {
        return new FactState(contentHash, revision);
    }

    /** What the fact means to the counters; cheaper than to read all of it. */
    Optional<CountedFact> counted() {
        return CountedFact.of(new Host(host), httpStatusCode, occurredAt);
    }

    Fact fact() {
        return new Fact(
                Objects.requireNonNull(id),
                new OperationId(operationId),
                new Article(articleId, url, publisher, new Host(host)),
                revision,
                new Times(startTime, endTime, totalDurationMs),
                new HttpResult(httpStatusCode, reportedHttpErrorType, responseTimeMs, responseSizeBytes, contentLength),
                methods(),
                result(),
                proxy(),
                contentHash,
                new RowVersion(version, Objects.requireNonNull(createdAt), Objects.requireNonNull(updatedAt)));
    }

    private MethodSummary methods() {
        return new MethodSummary(
                JsonForms.texts(methodsAttempted),
                successfulMethod,
                JsonForms.numbers(methodTimings),
                JsonForms.truths(methodSuccess),
                JsonForms.words(methodErrors),
                JsonForms.flagsByMethod(fieldExtraction));
    }

    private Result result() {
        return new Result(
                success,
                JsonForms.flags(extractedFields),
                JsonForms.attribution(finalFieldAttribution),
                JsonForms.alternatives(alternativeExtractions),
                errorMessage,
                errorType);
    }

    private Proxy proxy() {
        return new Proxy(
                proxyUsed,
                proxyUrl,
                proxyAuthenticated,
                proxyStatus == null ? null : ProxyStatus.ofNumber(proxyStatus).orElse(null),
                proxyError);
    }
}
