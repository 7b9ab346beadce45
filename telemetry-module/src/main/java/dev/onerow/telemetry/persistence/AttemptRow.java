package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import dev.onerow.telemetry.domain.Attempt;
import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.FieldFlags;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a method; host and event time are copies of the fact, for the statistics. */
@MappedEntity("extraction_method_attempts")
@KeyedTable(conflictsOn = {"operationId", "position"})
record AttemptRow(
        String operationId,
        int position,
        String method,
        int attemptNo,
        @Nullable Double durationMs,
        @Nullable Boolean success,
        @Nullable String error,
        @Nullable Boolean titleExtracted,
        @Nullable Boolean authorExtracted,
        @Nullable Boolean contentExtracted,
        @Nullable Boolean publishDateExtracted,
        String host,
        @Micros Instant occurredAt,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static List<AttemptRow> of(Extraction extraction) {
        List<Attempt> attempts = extraction.attempts().inOrder();
        List<AttemptRow> rows = new ArrayList<>(attempts.size());
        for (int i = 0; i < attempts.size(); i++) {
            rows.add(of(extraction, i + 1, attempts.get(i)));
        }
        return rows;
    }

    private static AttemptRow of(Extraction extraction, int position, Attempt attempt) {
        FieldFlags fields = attempt.fields();
        return new AttemptRow(
                extraction.operationId().value(),
                position,
                attempt.method(),
                attempt.attemptNo(),
                attempt.durationMs(),
                attempt.success(),
                attempt.error(),
                fields == null ? null : (Boolean) fields.title(),
                fields == null ? null : (Boolean) fields.author(),
                fields == null ? null : (Boolean) fields.content(),
                fields == null ? null : (Boolean) fields.publishDate(),
                extraction.article().host().value(),
                extraction.times().occurredAt(),
                0,
                null,
                null);
    }

    Attempt attempt() {
        return new Attempt(method, attemptNo, durationMs, success, error, fields());
    }

    private @Nullable FieldFlags fields() {
        if (titleExtracted == null
                || authorExtracted == null
                || contentExtracted == null
                || publishDateExtracted == null) {
            return null;
        }
        return new FieldFlags(titleExtracted, authorExtracted, contentExtracted, publishDateExtracted);
    }
}
