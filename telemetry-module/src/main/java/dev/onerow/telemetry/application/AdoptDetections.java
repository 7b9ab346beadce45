package dev.onerow.telemetry.application;

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
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts for the detections of older databases, which were stored together with their extractions. */
@Singleton
final class AdoptDetections implements Adoption<AdoptDetections.OldDetection> {
    static final String TABLE = "content_type_detection_telemetry";
    private static final OldShape SHAPE = new OldShape(
            32,
            TABLE,
            Set.of("operation_id"),
            Set.of(
                    "id",
                    "article_id",
                    "url",
                    "publisher",
                    "host",
                    "status",
                    "confidence",
                    "confidence_score",
                    "reason",
                    "evidence",
                    "version",
                    "detected_at",
                    "created_at",
                    "updated_at"),
            "detections, each with its extraction");

    private final Operations operations;

    AdoptDetections(Operations operations) {
        this.operations = operations;
    }

    /** A detection whose extraction is still to be found. */
    record OldDetection(OperationId id, OldRow row) {}

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldDetection> read(OldRow row) {
        String text = row.textOr("operation_id", "");
        if (text.isBlank()) {
            return Reading.refused(Reason.NULL_KEY);
        }
        OldReports.detection(row);
        return OperationId.parse(text)
                .<Reading<OldDetection>>map(
                        id -> Reading.kept(text, row.rankByTime("created_at"), new OldDetection(id, row)))
                .orElseGet(() -> Reading.refused(Reason.INVALID_KEY));
    }

    @Override
    public Writer<OldDetection> writer(AdoptionRun run) {
        return detections -> adopted(detections, run);
    }

    private List<Adopted> adopted(List<OldDetection> detections, AdoptionRun run) {
        List<OperationId> ids = detections.stream().map(OldDetection::id).toList();
        Map<String, OldRow> extractions = new HashMap<>();
        run.clusters(
                        AdoptExtractions.TABLE,
                        ids.stream().map(OperationId::value).toList())
                .forEach(row -> extractions.putIfAbsent(row.requiredText("operation_id"), row));
        Map<OperationId, String> here = operations.contentHashes(ids);
        return detections.stream()
                .map(one -> adopted(one, extractions.get(one.id().value()), here.get(one.id())))
                .toList();
    }

    /** It is there when the extraction that is stored says what the two rows say together. */
    private static Adopted adopted(OldDetection detection, @Nullable OldRow fact, @Nullable String hash) {
        Optional<Extraction> whole =
                fact == null ? Optional.empty() : AdoptExtractions.extraction(detection.id(), fact, detection.row());
        if (whole.isEmpty()) {
            return Adopted.refused(Reason.INVALID_VALUE);
        }
        return AdoptExtractions.hash(whole.get()).equals(hash)
                ? Adopted.as(Outcome.FOLDED)
                : Adopted.refused(Reason.OLDER);
    }
}
