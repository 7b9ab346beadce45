package dev.onerow.telemetry.domain;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One extraction in the one form in which it is stored: checked, defaults filled in, credentials masked, texts cut, both
 * spellings of the methods made one. Reading what was stored as a new report gives the same extraction again.
 */
public record Extraction(
        OperationId operationId,
        Article article,
        int revision,
        Times times,
        HttpResult http,
        Attempts attempts,
        @Nullable String successfulMethod,
        Result result,
        Proxy proxy,
        @Nullable Detection detection) {

    /** Reads a report: everything that is wrong with it is told at once. */
    public static Intake of(ExtractionReport report) {
        return new ReportReader().read(report);
    }

    /**
     * Tells two contents of one operation apart: equal exactly when nothing that is stored differs.
     *
     * @param canonicalJson writes a JSON value in its one canonical text
     */
    public String contentHash(Function<Map<String, @Nullable Object>, String> canonicalJson) {
        return ContentHash.of(canonicalJson.apply(CanonicalForm.of(this)));
    }

    /** What this fact means to the counters. */
    public Optional<CountedFact> counted() {
        return CountedFact.of(article.host(), http.statusCode(), times.occurredAt());
    }
}
