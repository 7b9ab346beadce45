package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.quality.application.AttendBackfill;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code onerow backfill} as an operator runs it: again, killed, interrupted, beside a server. */
@OnBothDatabases
class BackfillCommandIT {
    private static final int PATTERNS = 600;
    private static final BackfillOrder ORDER =
            new BackfillOrder(BackfillSource.FILE, List.of("archon_vectors"), OptionalLong.empty(), 0, 100, false);

    /** What is stored, without the time of it. */
    private static final String SCORES = """
            SELECT pattern_id, quality_score, confidence, version, metadata, completeness_score, input_hash,
                pattern_name, source_collection, row_version
            FROM pattern_quality_metrics
            ORDER BY pattern_id
            """;

    private final TestDatabase database;
    private final Path folder;

    BackfillCommandIT(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @BeforeEach
    void empty() {
        database.stop();
        database.sql("DELETE FROM backfills");
        database.sql("DELETE FROM pattern_quality_metrics");
        database.sql("DELETE FROM pattern_quality_history");
    }

    @Test
    void endsTheSameAfterBeingKilledAndChangesNothingBesideAServer() throws Exception {
        Path file = patterns();
        try (OnerowProcess killed = backfill("--file", file.toString(), "--batch-size", "10", "--delay", "0.05")) {
            awaitScores(killed);
            killed.kill();
        }
        long stored = database.count("pattern_quality_metrics");

        try (OnerowProcess again = backfill("--file", file.toString())) {
            assertThat(again.exitCode()).as(again.output()).isZero();
            assertThat(again.output())
                    .containsPattern("scored +" + (PATTERNS - stored) + "\\n")
                    .containsPattern("unchanged +" + stored + "\\n")
                    .contains("Backfill: 600 of 600");
        }
        assertThat(stored).isBetween(10L, PATTERNS - 1L);
        List<Map<String, Object>> undisturbed = undisturbed(file);
        assertThat(database.query(SCORES)).hasSize(PATTERNS).isEqualTo(undisturbed);
        assertThat(database.count("pattern_quality_history")).isEqualTo(PATTERNS);

        try (OnerowProcess server = OnerowProcess.serve(database.url(), Map.of());
                OnerowProcess beside = backfill("--file", file.toString())) {
            assertThat(beside.exitCode()).as(beside.output()).isZero();
            assertThat(beside.output()).containsPattern("unchanged +600\\n");
            assertThat(server.get("/v1/quality/backfills?limit=1").body())
                    .contains("\"state\":\"completed\"", "\"seen\":600,\"scored\":0,\"unchanged\":600");
        }
        assertThat(database.query(SCORES)).isEqualTo(undisturbed);
    }

    @Test
    void stopsBehindABatchWhenItIsInterrupted() throws Exception {
        try (OnerowProcess onerow = backfill("--file", patterns().toString(), "--batch-size", "10", "--delay", "0.1")) {
            awaitScores(onerow);
            onerow.interrupt();

            assertThat(onerow.exitCode()).as(onerow.output()).isEqualTo(130);
            assertThat(onerow.output()).contains(": cancelled");
        }
        assertThat(database.count("pattern_quality_metrics") % 10).isZero();
        assertThat(database.query("SELECT state, seen - scored AS others, lease_until FROM backfills"))
                .singleElement()
                .asString()
                .contains("cancelled", "others=0", "lease_until=null");
    }

    @Test
    void doesAsItsFlagsSay() throws Exception {
        Path file = folder.resolve("some.ndjson");
        Files.writeString(file, "{\"id\":0,\"payload\":{\"confidence\":0.1}}\n" + Files.readString(patterns()));

        try (OnerowProcess onerow = backfill(
                ("--collection code_patterns,archon_vectors --limit 3 --min-confidence 0.5 --batch-size 2 --delay 0.01 --file "
                                + file)
                        .split(" "))) {
            assertThat(onerow.exitCode()).as(onerow.output()).isZero();
            assertThat(onerow.output())
                    .containsPattern("seen +4 of 601\\n")
                    .containsPattern("scored +3\\n")
                    .containsPattern("success rate +100.00 %\\n")
                    .contains("code_patterns 0 below-min-confidence")
                    .doesNotContain("\r");
        }
        assertThat(database.query("SELECT source_collection, confidence FROM pattern_quality_metrics"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).containsValues("code_patterns", 0.9));
    }

    @Test
    void writesNoScoreInADryRunAndCountsWhatFails() throws Exception {
        Path file = folder.resolve("some.ndjson");
        Files.writeString(file, "{\"id\":1,\"payload\":{\"code\":\"x\"}}\nnonsense\n");

        try (OnerowProcess onerow = backfill("--file", file.toString(), "--dry-run")) {
            assertThat(onerow.exitCode()).isEqualTo(1);
            assertThat(onerow.output())
                    .contains("completed with failures, dry run", "archon_vectors line 2 not-scorable")
                    .containsPattern("scored +1\\n")
                    .containsPattern("failed +1\\n");
        }
        assertThat(database.count("pattern_quality_metrics")).isZero();
    }

    private OnerowProcess backfill(String... arguments) {
        return OnerowProcess.run("backfill", database.url(), Map.of(), arguments);
    }

    private void awaitScores(OnerowProcess onerow) {
        while (database.count("pattern_quality_metrics") < 10) {
            assertThat(onerow.endsSoon()).as(onerow.output()).isFalse();
        }
    }

    private List<Map<String, Object>> undisturbed(Path file) {
        try (TestDatabase another = database.another(true)) {
            // The proof would miss the tables of the guide, which are among the tests.
            another.with("onerow.quality.backfill.workers", 0)
                    .with("onerow.proof.at-start", false)
                    .bean(AttendBackfill.class)
                    .attend(ORDER, AttendBackfill.file(file), Duration.ZERO, () -> false, job -> {});
            return another.query(SCORES);
        }
    }

    private Path patterns() throws IOException {
        Path file = folder.resolve("patterns.ndjson");
        Files.write(
                file,
                IntStream.range(0, PATTERNS)
                        .mapToObj(i -> "{\"id\":" + i + ",\"payload\":{\"name\":\"P" + i
                                + "\",\"code\":\"import os\\nif x: pass\",\"confidence\":0.9}}")
                        .toList());
        return file;
    }
}
