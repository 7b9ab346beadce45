package dev.onerow.quality.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillCounts;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As large as the collection that the prior tool was written for. */
@OnBothDatabases
class BackfillingAgainTest {
    private static final int PATTERNS = 1_085;

    private final TestDatabase database;

    BackfillingAgainTest(TestDatabase database) {
        this.database = database.with("onerow.quality.backfill.workers", 0);
    }

    @Test
    void writesNoRowOfTheTablesOfScores(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("patterns.ndjson");
        Files.write(
                file,
                IntStream.range(0, PATTERNS)
                        .mapToObj(i -> "{\"id\":" + i + ",\"payload\":{\"name\":\"P" + i + "\"}}")
                        .toList());
        database.runScript("score-writes");

        Backfill first = backfill(file);
        long written = database.count("score_writes");
        Backfill second = backfill(file);

        assertThat(first.counts()).isEqualTo(new BackfillCounts(PATTERNS, 0, 0, 0));
        assertThat(written).isEqualTo(2L * PATTERNS);
        assertThat(second.counts()).isEqualTo(new BackfillCounts(0, PATTERNS, 0, 0));
        assertThat(database.count("score_writes")).isEqualTo(written);
    }

    private Backfill backfill(Path file) {
        BackfillOrder order =
                new BackfillOrder(BackfillSource.FILE, List.of("archon_vectors"), OptionalLong.empty(), 0, 100, false);
        return database.bean(AttendBackfill.class)
                .attend(order, AttendBackfill.file(file), Duration.ZERO, () -> false, job -> {});
    }
}
