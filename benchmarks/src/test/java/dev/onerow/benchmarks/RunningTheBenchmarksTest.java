package dev.onerow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs every figure in its short form, so that none of them dies unnoticed. Nothing that was timed is asserted. */
@OnBothDatabases(migrated = false)
class RunningTheBenchmarksTest {
    private final TestDatabase database;

    RunningTheBenchmarksTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void answersTheQuestionOfEachFigure() throws SQLException {
        var report = new ByteArrayOutputStream();

        Benchmarks.run(
                scratch(),
                Options.parse(new String[] {"--brief", "--rounds=1"}, null),
                new PrintStream(report, true, StandardCharsets.UTF_8));

        assertThat(report.toString(StandardCharsets.UTF_8))
                .contains("### side-by-side-counters", "### side-by-side-scores", "http_error_summary, batches of 100")
                .contains("pattern_quality_metrics, batches of 1", "| kernel, receipt |")
                .contains("### ledger-import", "40 rows, half of them known", "### ledger-reading")
                .doesNotContain("NaN");
    }

    private Scratch scratch() throws SQLException {
        return database.kind() == DatabaseKind.SQLITE ? Scratch.sqlite() : Scratch.postgresql(database.url());
    }

    @Test
    void takesFiguresAndRoundsFromTheCommandLine() {
        Options options =
                Options.parse(new String[] {"--rounds=7", "--database=sqlite", "--sizes=1,100", "side-by-side"}, null);

        assertThat(options)
                .isEqualTo(new Options(7, false, true, false, null, List.of(1, 100), List.of("side-by-side")));
    }
}
