package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two hundred threads add 1 to the same hundred counters while their process is killed once and started again.
 * {@code -Donerow.test.rounds=50} makes it as long as one likes.
 */
@OnBothDatabases
@WithTables("readings")
class KilledWritersTest {
    private static final int ROUNDS = Integer.getInteger("onerow.test.rounds", 4);

    private final TestDatabase database;

    KilledWritersTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void leaveEveryAcknowledgedWriteAndNoHalfOne() throws Exception {
        long before = writesUntil(CounterWriters.start(database, ROUNDS), (long) CounterWriters.THREADS * ROUNDS / 2);
        long atTheKill = stored();
        assertThat(atTheKill).isBetween(before, before + CounterWriters.THREADS);

        long after = writesUntil(CounterWriters.start(database, ROUNDS), Long.MAX_VALUE);

        assertThat(after).isEqualTo((long) CounterWriters.THREADS * ROUNDS);
        assertThat(stored()).isEqualTo(atTheKill + after);
    }

    /** Reads acknowledgements and kills the process once there are enough; every one says what became of all rows. */
    private static long writesUntil(Process process, long enough) throws IOException, InterruptedException {
        long acknowledged = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] counts = line.split(" ", -1);
                if (counts.length == 2 && !counts[1].isEmpty()) {
                    assertThat(Long.parseLong(counts[0]) + Long.parseLong(counts[1]))
                            .isEqualTo(CounterWriters.COUNTERS);
                    acknowledged++;
                }
                if (acknowledged == enough) {
                    // The handle kills without closing our end of the pipe: what was acknowledged can still be read.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return acknowledged;
    }

    /** How many writes the counters hold; all of them the same number, and each moved its version by one. */
    private long stored() {
        List<Map<String, @Nullable Object>> rows = database.query(
                "SELECT count, version, count(*) AS counters FROM reading_counts GROUP BY count, version");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0)).containsEntry("counters", (long) CounterWriters.COUNTERS);
        assertThat(rows.get(0).get("version")).isEqualTo(rows.get(0).get("count"));
        return ((Number) Objects.requireNonNull(rows.get(0).get("count"))).longValue();
    }
}
