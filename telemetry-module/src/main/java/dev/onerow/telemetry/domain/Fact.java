package dev.onerow.telemetry.domain;

import java.util.Optional;

/** An extraction as it is stored, one for each operation. */
public record Fact(
        long id,
        OperationId operationId,
        Article article,
        int revision,
        Times times,
        HttpResult http,
        MethodSummary methods,
        Result result,
        Proxy proxy,
        String contentHash,
        RowVersion row) {

    /** What this fact means to the counters. */
    public Optional<CountedFact> counted() {
        return CountedFact.of(article.host(), http.statusCode(), times.occurredAt());
    }
}
