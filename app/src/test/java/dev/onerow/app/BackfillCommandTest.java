package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BackfillCommandTest {
    private final StringWriter printed = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--limit -1",
                "--limit many",
                "--min-confidence 1.5",
                "--batch-size 0",
                "--batch-size 1001",
                "--delay -1",
                "--collection a/b",
                "--collection all,a",
                "--qdrant-url localhost",
                "--qdrant-url http://localhost --file points.ndjson"
            })
    void refusesWhatIsNoOrderBeforeItTouchesADatabase(String arguments) {
        assertThat(execute(arguments)).isEqualTo(2);
        assertThat(printed.toString()).contains("Usage: onerow backfill");
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() {
        assertThat(execute("--colection a")).isEqualTo(2);
        assertThat(printed.toString()).contains("--colection");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThat(execute("--file no/such/file.ndjson")).isEqualTo(1);
        assertThat(printed).hasToString("There is no file no/such/file.ndjson" + System.lineSeparator());
    }

    @Test
    void namesItsOptions() {
        assertThat(execute("--help")).isZero();
        assertThat(printed.toString())
                .contains("--collection", "--limit", "--min-confidence", "--batch-size", "--delay", "--dry-run")
                .contains("--qdrant-url", "--file");
    }

    private int execute(String arguments) {
        CommandLine commandLine =
                Onerow.commandLine().setOut(new PrintWriter(printed, true)).setErr(new PrintWriter(printed, true));
        return commandLine.execute(Stream.concat(Stream.of("backfill"), Stream.of(arguments.split(" ")))
                .toArray(String[]::new));
    }
}
