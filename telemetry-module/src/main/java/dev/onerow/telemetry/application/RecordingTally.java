package dev.onerow.telemetry.application;

import dev.onerow.telemetry.domain.Attempt;
import dev.onerow.telemetry.domain.CountedFact;
import dev.onerow.telemetry.domain.CounterKey;
import dev.onerow.telemetry.domain.HttpErrorType;
import dev.onerow.telemetry.domain.Recorded;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one transaction recorded, added up while it goes on, to be counted after it was committed: nothing is counted of
 * one that was rolled back, or twice of one that was tried again. Not thread-safe.
 */
final class RecordingTally {
    private final Map<Recorded.Outcome, Integer> facts = new EnumMap<>(Recorded.Outcome.class);
    private final Map<String, Integer> attempts = new TreeMap<>();
    private final Map<HttpErrorType, Integer> errors = new EnumMap<>(HttpErrorType.class);

    /** This tally with nothing in it: a transaction starts, perhaps not for the first time. */
    RecordingTally emptied() {
        facts.clear();
        attempts.clear();
        errors.clear();
        return this;
    }

    void add(List<Recorded> recorded) {
        for (Recorded one : recorded) {
            facts.merge(one.outcome(), 1, Integer::sum);
            for (Attempt attempt : one.attempts().inOrder()) {
                attempts.merge(attempt.method(), 1, Integer::sum);
            }
            Optional<CounterKey> counted = one.after().map(CountedFact::key);
            if (one.isWritten() && !one.before().map(CountedFact::key).equals(counted)) {
                counted.flatMap(key -> HttpErrorType.of(key.statusCode()))
                        .ifPresent(type -> errors.merge(type, 1, Integer::sum));
            }
        }
    }

    Map<Recorded.Outcome, Integer> facts() {
        return facts;
    }

    /** By the name of the method. */
    Map<String, Integer> attempts() {
        return attempts;
    }

    /** Facts that are counted now and were not before under the same key. */
    Map<HttpErrorType, Integer> errors() {
        return errors;
    }
}
