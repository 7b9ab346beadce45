package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter printed = new StringWriter();

    @Test
    void printsFewLinesAndAlwaysTheLast() {
        try (Progress lines = new Progress.Lines("Task", new PrintWriter(printed, true))) {
            for (int i = 1; i <= 1_000; i++) {
                lines.show(i, 1_000);
            }
        }

        assertThat(printed.toString().lines()).hasSizeLessThan(100).last().isEqualTo("Task: 1000 of 1000");
    }

    @Test
    void tellsNoTotalThatNobodyKnows() {
        try (Progress lines = new Progress.Lines("Task", new PrintWriter(printed, true))) {
            lines.show(3, 0);
        }

        assertThat(printed.toString().lines()).containsExactly("Task: 3");
    }

    @Test
    void drawsOneLineOverAgainOnATerminal() {
        var drawn = new ByteArrayOutputStream();

        try (Progress bar = new Progress.Bar("Task", new PrintStream(drawn, true, StandardCharsets.UTF_8))) {
            bar.show(250, 1_000);
            bar.show(1_000, 1_000);
        }

        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .startsWith("\rTask")
                .contains("100%", "1000/1000")
                .containsOnlyOnce(System.lineSeparator());
    }

    @Test
    void printsNothingAboutNothing() {
        new Progress.Lines("Task", new PrintWriter(printed, true)).close();

        assertThat(printed.toString()).isEmpty();
    }
}
