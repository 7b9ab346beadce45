package dev.onerow.telemetry.application;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.OldShape;
import dev.onerow.persistence.adopting.Reading;
import dev.onerow.persistence.adopting.Reason;
import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.telemetry.domain.Operations;
import dev.onerow.telemetry.domain.Recorded;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adopts the extractions of older databases, each with its detection, as if their producers had reported them now. One
 * that is here already stays as it is.
 */
@Singleton
final class AdoptExtractions implements Adoption<AdoptExtractions.OldExtraction> {
    static final String TABLE = "extraction_telemetry_v2";
    private static final OldShape SHAPE = new OldShape(
            30,
            TABLE,
            Set.of("operation_id", "article_id", "url", "start_time"),
            Set.of(
                    "id",
                    "publisher",
                    "host",
                    "revision",
                    "end_time",
                    "occurred_at",
                    "total_duration_ms",
                    "http_status_code",
                    "http_error_type",
                    "reported_http_error_type",
                    "response_time_ms",
                    "response_size_bytes",
                    "content_length",
                    "methods_attempted",
                    "successful_method",
                    "method_timings",
                    "method_success",
                    "method_errors",
                    "field_extraction",
                    "extracted_fields",
                    "final_field_attribution",
                    "alternative_extractions",
                    "is_success",
                    "is_complete",
                    "error_message",
                    "error_type",
                    "proxy_used",
                    "proxy_url",
                    "proxy_authenticated",
                    "proxy_status",
                    "proxy_error",
                    "created_at",
                    "updated_at"),
            "extractions, which count the errors of their hosts");

    private final RecordExtractions recording;
    private final Operations operations;

    AdoptExtractions(RecordExtractions recording, Operations operations) {
        this.recording = recording;
        this.operations = operations;
    }

    /** An extraction whose detection is still to be found. */
    record OldExtraction(OperationId id, OldRow row) {}

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldExtraction> read(OldRow row) {
        String text = row.textOr("operation_id", "");
        if (text.isBlank()) {
            return Reading.refused(Reason.NULL_KEY);
        }
        Optional<OperationId> id = OperationId.parse(text);
        if (id.isEmpty()) {
            return Reading.refused(Reason.INVALID_KEY);
        }
        return extraction(id.get(), row, null)
                .<Reading<OldExtraction>>map(
                        sound -> Reading.kept(text, row.rankByTime("created_at"), new OldExtraction(id.get(), row)))
                .orElseGet(() -> Reading.refused(Reason.INVALID_VALUE));
    }

    /** What the rows say; nothing when it cannot be stored. */
    static Optional<Extraction> extraction(OperationId id, OldRow fact, @Nullable OldRow detection) {
        return Extraction.of(OldReports.report(id, fact, detection)).either(Optional::of, flaws -> Optional.empty());
    }

    @Override
    public Writer<OldExtraction> writer(AdoptionRun run) {
        return old -> write(old, run);
    }

    private List<Adopted> write(List<OldExtraction> old, AdoptionRun run) {
        Map<String, OldRow> detections =
                detections(run, old.stream().map(OldExtraction::id).toList());
        Map<OperationId, String> here =
                operations.contentHashes(old.stream().map(OldExtraction::id).toList());
        List<Extraction> extractions = old.stream()
                .map(one -> withDetection(one, detections.get(one.id().value())))
                .toList();
        Iterator<Recorded> recorded = recording
                .record(
                        extractions.stream()
                                .filter(one -> !here.containsKey(one.operationId()))
                                .toList(),
                        version -> version == null)
                .iterator();
        return extractions.stream()
                .map(one -> here.containsKey(one.operationId())
                        ? Adopted.as(here.get(one.operationId()).equals(hash(one)) ? Outcome.UNCHANGED : Outcome.STALE)
                        : Adopted.as(recorded.next().isWritten() ? Outcome.INSERTED : Outcome.STALE))
                .toList();
    }

    private static Map<String, OldRow> detections(AdoptionRun run, List<OperationId> ids) {
        Map<String, OldRow> detections = new HashMap<>();
        run.clusters(AdoptDetections.TABLE, ids.stream().map(OperationId::value).toList())
                .forEach(row -> detections.putIfAbsent(row.requiredText("operation_id"), row));
        return detections;
    }

    /** A detection that cannot be stored is left behind, and its extraction is not. */
    private static Extraction withDetection(OldExtraction old, @Nullable OldRow detection) {
        return extraction(old.id(), old.row(), detection)
                .or(() -> extraction(old.id(), old.row(), null))
                .orElseThrow();
    }

    static String hash(Extraction extraction) {
        return extraction.contentHash(form -> Json.of(form).text());
    }
}
