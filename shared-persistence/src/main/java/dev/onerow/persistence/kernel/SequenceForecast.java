package dev.onerow.persistence.kernel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When integer sequences will be exhausted, at the pace since the first look. A table whose sequence is exhausted takes
 * no row at all, not even one that would conflict. Each proof is a look, and the health indicator proves. Thread-safe.
 */
final class SequenceForecast {
    private static final double SECONDS_A_DAY = 86_400;

    private final @Nullable MeterRegistry meters;
    private final Map<String, Looks> sequences = new ConcurrentHashMap<>();

    SequenceForecast(@Nullable MeterRegistry meters) {
        this.meters = meters;
    }

    void observe(String table, LiveTable.Sequence sequence, Instant now) {
        if (meters != null) {
            sequences.computeIfAbsent(table + " " + sequence.name(), key -> measured(meters, table, sequence, now))
                            .last =
                    new Look(sequence, now);
        }
    }

    private static Looks measured(MeterRegistry meters, String table, LiveTable.Sequence sequence, Instant now) {
        Looks looks = new Looks(new Look(sequence, now));
        Gauge.builder("onerow.sequence.values.left", looks, seen -> seen.last.sequence.left())
                .description("Values that an integer sequence has left; every row handed in takes one")
                .tag("table", table)
                .tag("sequence", sequence.name())
                .strongReference(true)
                .register(meters);
        Gauge.builder("onerow.sequence.days.left", looks, Looks::daysLeft)
                .description("Days until an integer sequence is exhausted, at the pace since the first look")
                .baseUnit("days")
                .tag("table", table)
                .tag("sequence", sequence.name())
                .strongReference(true)
                .register(meters);
        return looks;
    }

    private record Look(LiveTable.Sequence sequence, Instant at) {}

    private static final class Looks {
        private final Look first;
        private volatile Look last;

        Looks(Look first) {
            this.first = first;
            this.last = first;
        }

        /** Not a number before the second look; infinite while nothing is taken. */
        double daysLeft() {
            Look now = last;
            double days = Duration.between(first.at, now.at).toSeconds() / SECONDS_A_DAY;
            long taken = now.sequence.last() - first.sequence.last();
            return days == 0 ? Double.NaN : now.sequence.left() / (taken / days);
        }
    }
}
