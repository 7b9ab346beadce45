package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A job outlives the server that ran it: the next one goes on at its checkpoint when the lease has ended. */
@OnBothDatabases
class KilledWhileBackfillingIT {
    private static final int PATTERNS = 2_000;
    private static final Map<String, String> SHORT_LEASE = Map.of("ONEROW_QUALITY_BACKFILL_LEASE", "2s");
    private static final String ID = "6c1f4f0a-2a53-4f11-9a0e-2f6f6f0c7a11";
    private static final String JOB = "/v1/quality/backfills/" + ID;

    private final TestDatabase database;

    KilledWhileBackfillingIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void isGoneOnWithByTheNextServerAndAddsUp() throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), SHORT_LEASE)) {
            assertThat(upload(onerow)).isEqualTo(202);
            while (database.count("pattern_quality_metrics") < 20) {
                assertThat(onerow.endsSoon()).as(onerow.output()).isFalse();
            }
            onerow.kill();
        }
        long stored = database.count("pattern_quality_metrics");
        assertThat(stored).isLessThan(PATTERNS);
        assertThat(database.value("SELECT scored FROM backfills")).isEqualTo(stored);
        assertThat(database.value("SELECT state FROM backfills")).isEqualTo("running");

        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), SHORT_LEASE)) {
            String job = onerow.get(JOB).body();
            while (!job.contains("\"finished_at\":\"")) {
                assertThat(onerow.endsSoon()).as(onerow.output()).isFalse();
                job = onerow.get(JOB).body();
            }
            assertThat(job)
                    .contains("\"state\":\"completed\"")
                    .contains("\"seen\":2000,\"scored\":2000,\"unchanged\":0,\"skipped\":0,\"failed\":0")
                    .contains("\"source_count_at_start\":2000,\"source_count_at_end\":2000");
        }
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(PATTERNS);
        assertThat(database.count("pattern_quality_history")).isEqualTo(PATTERNS);
        assertThat(database.value("SELECT max(row_version) FROM pattern_quality_metrics"))
                .isEqualTo(1L);
        assertThat(database.count("backfill_inputs")).isZero();
    }

    private static int upload(OnerowProcess onerow) throws InterruptedException {
        String lines = IntStream.range(0, PATTERNS)
                .mapToObj(i -> "{\"id\":" + i + ",\"payload\":{\"name\":\"P" + i + "\"}}\n")
                .collect(Collectors.joining());
        String body = "--edge\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
                + "{\"id\":\"" + ID + "\",\"source\":\"file\",\"batch_size\":5}\r\n"
                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"points.ndjson\"\r\n\r\n"
                + lines + "\r\n--edge--\r\n";
        return onerow.send("POST", "/v1/quality/backfills", body, "Content-Type", "multipart/form-data; boundary=edge")
                .statusCode();
    }
}
