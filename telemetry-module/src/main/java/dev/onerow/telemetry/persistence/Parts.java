package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.telemetry.domain.Detection;
import dev.onerow.telemetry.domain.Extraction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What belongs to facts: attempts and detections. Follows the facts in whose transaction it is written. */
@Singleton
final class Parts {
    private static final String PARENT = "operationId";
    private static final int CHUNK = 100_000;

    private final Store<AttemptRow> attempts;
    private final Store<DetectionRow> detections;

    Parts(Stores stores) {
        this.attempts = stores.of(AttemptRow.class);
        this.detections = stores.of(DetectionRow.class);
    }

    /**
     * What the fact of an operation says now.
     *
     * @param wasThere whether it had parts before
     */
    record Replacement(Extraction extraction, boolean wasThere) {
        String operationId() {
            return extraction.operationId().value();
        }
    }

    /** Writes the parts of facts that were written, and removes what is not named any more, of these operations only. */
    void replace(List<Replacement> replacements) {
        List<AttemptRow> attemptRows = new ArrayList<>();
        List<DetectionRow> detectionRows = new ArrayList<>();
        for (Replacement replacement : replacements) {
            Extraction extraction = replacement.extraction();
            attemptRows.addAll(AttemptRow.of(extraction));
            Detection detection = extraction.detection();
            if (detection != null) {
                detectionRows.add(DetectionRow.of(extraction.operationId(), detection));
            }
        }
        attempts.upsertAll(attemptRows.stream(), CHUNK);
        detections.upsertAll(detectionRows.stream(), CHUNK);
        retain(replacements, attemptRows, detectionRows);
    }

    private void retain(
            List<Replacement> replacements, List<AttemptRow> attemptRows, List<DetectionRow> detectionRows) {
        List<String> updated = replacements.stream()
                .filter(Replacement::wasThere)
                .map(Replacement::operationId)
                .toList();
        if (!updated.isEmpty()) {
            List<Key> keptAttempts = attemptRows.stream().map(attempts::keyOf).toList();
            List<Key> keptDetections =
                    detectionRows.stream().map(detections::keyOf).toList();
            attempts.retain(PARENT, updated, keptAttempts);
            detections.retain(PARENT, updated, keptDetections);
        }
    }
}
