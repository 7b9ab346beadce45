package dev.onerow.quality.web;

import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Receipt;
import dev.onerow.quality.application.FilterManifest.Recording;
import dev.onerow.web.problem.Failures;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the scores of a manifest, in the words of the wire. */
@Singleton
class RecordingAnswers {
    private final Failures failures;

    RecordingAnswers(Failures failures) {
        this.failures = failures;
    }

    /** The counts of a receipt, or the problem that recording ended with. */
    Map<String, Object> of(Recording recording) {
        return recording
                .failure()
                .map(failure -> Map.<String, Object>of(
                        "problem", failures.explain(failure).toMap()))
                .orElseGet(() -> counts(recording));
    }

    private static Map<String, Object> counts(Recording recording) {
        List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(recording.withoutId(), Outcome.REJECTED));
        recording.recorded().forEach(recorded -> outcomes.add(RecordedAnswers.outcome(recorded)));
        Receipt receipt = Receipt.of(outcomes);
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("received", receipt.received());
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.word(), receipt.count(outcome));
        }
        return counts;
    }
}
