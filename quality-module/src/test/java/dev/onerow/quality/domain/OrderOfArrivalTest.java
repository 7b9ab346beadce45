package dev.onerow.quality.domain;

import static dev.onerow.quality.Measurements.MONDAY;
import static dev.onerow.quality.Measurements.WEDNESDAY;
import static dev.onerow.quality.Measurements.with;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("laws")
class OrderOfArrivalTest {

    @Test
    void playsNoPartInWhatStays() {
        qt().withExamples(5_000)
                .forAll(lists().of(integers().between(0, 255)).ofSizeBetween(1, 8), longs().all())
                .check((log, seed) -> {
                    List<Integer> shuffled = new ArrayList<>(log);
                    Collections.shuffle(shuffled, new Random(seed));
                    return State.after(log).equals(State.after(shuffled));
                });
    }

    /** One of 256 measurements of one pattern: few values, so that ties are frequent. */
    private static Incoming incoming(int choice) {
        Instant time = MONDAY.plusSeconds(choice & 3);
        double score = ((choice >> 2) & 3) / 4.0;
        String version = ((choice >> 4) & 1) == 0 ? "1.9.0" : "1.10.0";
        boolean isScored = ((choice >> 5) & 3) == 0;
        // Scored again at another time, the same input would be unchanged: a hash belongs to one time here.
        String hash = isScored ? "hash-" + time + score + version : null;
        return new Incoming(with(time, score, version, hash), isScored ? Entrance.SCORED : Entrance.STATED, true);
    }

    private record State(@Nullable Measurement current, Map<Instant, Measurement> history) {

        static State after(List<Integer> log) {
            Measurement current = null;
            Map<Instant, Measurement> history = new HashMap<>();
            for (int choice : log) {
                Incoming next = incoming(choice);
                Standing stored = current == null ? null : new Standing(current, 1);
                Storing storing = Storing.of(stored, next, Condition.none(), WEDNESDAY);
                if (storing == Storing.WRITE) {
                    current = next.measurement();
                }
                if (storing != Storing.UNCHANGED) {
                    remember(history, next.measurement());
                }
            }
            return new State(current, history);
        }

        private static void remember(Map<Instant, Measurement> history, Measurement measurement) {
            Measurement stored = history.get(measurement.measuredAt());
            if (Storing.inHistory(stored, measurement, false) == Storing.WRITE) {
                history.put(measurement.measuredAt(), measurement);
            }
        }
    }
}
