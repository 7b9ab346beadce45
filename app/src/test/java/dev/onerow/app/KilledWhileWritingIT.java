package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there, however the process ended; sending the rest again makes the whole. */
@OnBothDatabases
class KilledWhileWritingIT {
    private static final int WRITES = 1_000;
    private static final int BEFORE_THE_KILL = 300;
    private static final int THREADS = 16;

    private final TestDatabase database;
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

    KilledWhileWritingIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void keepsEveryAcknowledgedWriteAndTakesTheRestAgain() throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            CountDownLatch underway = new CountDownLatch(BEFORE_THE_KILL);
            ExecutorService writers = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> writes = new ArrayList<>();
            IntStream.range(0, WRITES)
                    .forEach(number -> writes.add(writers.submit(() -> write(onerow, number, underway))));
            underway.await();
            onerow.kill();
            for (Future<?> write : writes) {
                write.get();
            }
            writers.shutdown();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL).hasSizeLessThan(WRITES);
        assertThat(database.count("pattern_quality_metrics")).isBetween((long) acknowledged.size(), (long) WRITES);

        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            for (int number = 0; number < WRITES; number++) {
                if (acknowledged.contains(number)) {
                    assertThat(onerow.get(path(number)).statusCode())
                            .as(path(number))
                            .isEqualTo(200);
                } else {
                    assertThat(onerow.send("PUT", path(number), body(number)).statusCode())
                            .isIn(200, 201);
                }
            }
        }
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(WRITES);
        assertThat(database.count("pattern_quality_history")).isEqualTo(WRITES);
    }

    private void write(OnerowProcess onerow, int number, CountDownLatch underway) {
        try {
            if (onerow.send("PUT", path(number), body(number)).statusCode() == 201) {
                acknowledged.add(number);
                underway.countDown();
            }
        } catch (UncheckedIOException gone) {
            // Not acknowledged: it is sent again later.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String path(int number) {
        return String.format("/v1/quality/pattern-scores/00000000-0000-4000-8000-%012d", number);
    }

    private static String body(int number) {
        return "{\"quality_score\":0." + (number % 10)
                + ",\"confidence\":0.5,\"measurement_timestamp\":\"2026-03-01T08:00:00Z\"}";
    }
}
