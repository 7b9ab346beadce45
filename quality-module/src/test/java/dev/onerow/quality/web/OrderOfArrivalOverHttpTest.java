package dev.onerow.quality.web;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One log of writes through every entrance, permuted: both tables of both databases end the same. */
@Tag("laws")
@OnBothDatabases
class OrderOfArrivalOverHttpTest {
    private static final String CONTENT = "pattern_id, quality_score, confidence, version, metadata, input_hash";
    private static List<?> expected = List.of();

    private final TestDatabase database;
    private final Service service;
    private final Random random = new Random(20261121);

    OrderOfArrivalOverHttpTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database.with("onerow.quality.backfill.workers", 0));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void leavesNoTrace(@TempDir Path folder) throws IOException {
        List<Runnable> log = log(folder);
        for (int permutation = 0; permutation < 6; permutation++) {
            database.sql("DELETE FROM pattern_quality_metrics");
            database.sql("DELETE FROM pattern_quality_history");

            log.forEach(Runnable::run);

            expected = expected.isEmpty() ? state() : expected;
            assertThat(state()).isEqualTo(expected);
            Collections.shuffle(log, random);
        }
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(9);
        assertThat(database.count("pattern_quality_history")).isGreaterThan(15);
    }

    /** Some state their time; the others are measured on arrival, so of each of their patterns there is one content. */
    private List<Runnable> log(Path folder) throws IOException {
        List<Runnable> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = id(1 + random.nextInt(3));
            String score = statedScore();
            log.add(() -> service.put("/pattern-scores/" + id, "{" + score));
            List<String> lines = new ArrayList<>();
            for (int line = random.nextInt(5); line >= 0; line--) {
                lines.add("{\"pattern_id\":\"" + id(1 + random.nextInt(3)) + "\"," + statedScore());
            }
            log.add(() -> service.postLines("/pattern-scores/bulk", String.join("\n", lines)));
        }
        Path file = Files.writeString(folder.resolve("points.ndjson"), """
                {"id":"%s","payload":{"name":"A","code":"import x"}}
                {"id":"%s","payload":{"name":"B"}}
                """.formatted(id(8), id(9)));
        for (int i = 0; i < 3; i++) {
            log.add(() -> service.put("/patterns/" + id(4) + "/score", "{\"code\":\"for x\"}"));
            log.add(() -> service.put("/patterns/" + id(5) + "/score", "{\"code\":\"pass\",\"confidence\":1}"));
            log.add(() -> service.post("/manifest", manifest(6)));
            log.add(() -> service.post("/manifest", manifest(7)));
            log.add(() -> backfill(file));
        }
        return log;
    }

    private String statedScore() {
        return "\"quality_score\":0.%d,\"confidence\":0.5,\"version\":\"1.%d.0\",\"measurement_timestamp\":\"2026-11-20T0%d:00:00Z\"}"
                .formatted(random.nextInt(4), 9 + random.nextInt(2), random.nextInt(4));
    }

    private static String manifest(int id) {
        return "{\"patterns\":[{\"name\":\"M\",\"pattern_id\":\"" + id(id) + "\",\"content\":\"y\"}]}";
    }

    private void backfill(Path file) {
        BackfillOrder order =
                new BackfillOrder(BackfillSource.FILE, List.of("archon_vectors"), OptionalLong.empty(), 0, 1, false);
        service.bean(AttendBackfill.class)
                .attend(order, AttendBackfill.file(file), Duration.ZERO, () -> false, job -> {});
    }

    private List<?> state() {
        return List.of(
                rows(CONTENT + ", pattern_name, source_collection", "pattern_quality_metrics", ""),
                rows(CONTENT, "pattern_quality_history", ""),
                rows("pattern_id, measurement_timestamp", "pattern_quality_metrics", "WHERE input_hash IS NULL"),
                rows(
                        "pattern_id, measurement_timestamp, quality_score",
                        "pattern_quality_history",
                        "WHERE input_hash IS NULL"));
    }

    private List<String> rows(String columns, String table, String condition) {
        return database.query("SELECT " + columns + " FROM " + table + " " + condition).stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-00000000000" + number;
    }
}
