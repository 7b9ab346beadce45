package dev.onerow.persistence.database;

import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.StoreUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a transaction again while the database gives it up, at most {@value #MOST_WRITES} times in all when it writes.
 * One that only reads is in nobody's way and may be in everybody's: it has no such bound. No try begins later than half
 * a minute after the first: on SQLite each may have waited that long for another process.
 */
final class Tries {
    private static final int MOST_WRITES = 8;
    private static final long NANOS_TO_BEGIN_IN = Duration.ofSeconds(30).toNanos();
    private static final long FIRST_PAUSE_MILLIS = 10;

    private final int most;
    private final @Nullable MeterRegistry meters;
    private final List<RuntimeException> earlier = new ArrayList<>();
    private final long begin = System.nanoTime();

    private Tries(int most, @Nullable MeterRegistry meters) {
        this.most = most;
        this.meters = meters;
    }

    static Tries writing(@Nullable MeterRegistry meters) {
        return new Tries(MOST_WRITES, meters);
    }

    static Tries reading(@Nullable MeterRegistry meters) {
        return new Tries(Integer.MAX_VALUE, meters);
    }

    <T> T run(Supplier<T> transaction) {
        while (true) {
            try {
                return transaction.get();
            } catch (RuntimeException failure) {
                StoreFailure meaning = StoreFailure.of(failure).orElse(null);
                if (!(meaning instanceof StoreFailure.GivenUp givenUp) || isLast() || !pause()) {
                    throw told(failure, meaning);
                }
                earlier.add(failure);
                count(givenUp.code());
            }
        }
    }

    private boolean isLast() {
        return earlier.size() == most - 1 || System.nanoTime() - begin > NANOS_TO_BEGIN_IN;
    }

    /** Longer each time, and never the same for two that met: else they would meet again. False when interrupted. */
    private boolean pause() {
        long longest = FIRST_PAUSE_MILLIS << Math.min(earlier.size(), MOST_WRITES - 2);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void count(String code) {
        if (meters != null) {
            meters.counter("onerow.transactions.repeated", "reason", code).increment();
        }
    }

    private RuntimeException told(RuntimeException failure, @Nullable StoreFailure meaning) {
        RuntimeException told = failure;
        if (meaning instanceof StoreFailure.GivenUp givenUp) {
            told = new StoreUnavailable(
                    "The database stayed busy over " + (earlier.size() + 1) + " tries: " + givenUp.code(), failure);
        } else if (!(failure instanceof StoreUnavailable) && meaning != null && meaning.isTemporary()) {
            told = new StoreUnavailable(SqlFailures.describe(meaning), failure);
        }
        earlier.forEach(told::addSuppressed);
        return told;
    }
}
