package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is larger than the memory of the service that keeps, scores and forgets it. */
@OnBothDatabases
class LargeUploadIT {
    private static final int HEAP_MEGABYTES = 64;
    private static final int PATTERNS = 5_000;
    private static final String BACKFILLS = "/v1/quality/backfills";
    private static final String ID = "6c1f4f0a-2a53-4f11-9a0e-2f6f6f0c7a11";

    private final TestDatabase database;

    LargeUploadIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void isScoredToItsEnd(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("patterns.ndjson");
        // What a pattern costs depends on its code, and its room in memory on all that it brings.
        String payload = "{\"code\":\"" + "x = 1\\n".repeat(5) + "\",\"description\":\"" + "x".repeat(14_000) + "\"}";
        try (Writer lines = Files.newBufferedWriter(file)) {
            for (int i = 0; i < PATTERNS; i++) {
                lines.write("{\"id\":" + i + ",\"payload\":" + payload + "}\n");
            }
        }
        assertThat(Files.size(file)).isGreaterThan(HEAP_MEGABYTES << 20);

        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), HEAP_MEGABYTES)) {
            assertThat(upload(onerow, file)).isEqualTo(202);
            String job = onerow.get(BACKFILLS + "/" + ID).body();
            while (!job.contains("\"finished_at\":\"")) {
                assertThat(onerow.endsSoon()).as(onerow.output()).isFalse();
                assertThat(onerow.output()).doesNotContain("OutOfMemoryError");
                job = onerow.get(BACKFILLS + "/" + ID).body();
            }
            assertThat(job).contains("\"state\":\"completed\"", "\"seen\":5000,\"scored\":5000,");
        }
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(PATTERNS);
        assertThat(database.count("backfill_inputs")).isZero();
    }

    private static int upload(OnerowProcess onerow, Path file) throws IOException, InterruptedException {
        String head = "--edge\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
                + "{\"id\":\"" + ID + "\",\"source\":\"file\",\"batch_size\":250}\r\n"
                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"patterns.ndjson\"\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create(onerow.address() + BACKFILLS))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--edge--\r\n")))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
