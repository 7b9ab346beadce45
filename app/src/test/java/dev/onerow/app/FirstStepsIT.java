package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of first steps is what its script prints, against the jar on an empty database. */
class FirstStepsIT {
    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();

    @Test
    void areAnsweredAsThePageShows(@TempDir Path folder) throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve("jdbc:sqlite:" + folder.resolve("steps.db"), Map.of())) {
            Process script = new ProcessBuilder(
                            "bash", DOCS.resolve("first-steps.sh").toString(), onerow.address())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(script.waitFor()).isZero();
            assertThat(withoutChance(printed))
                    .isEqualTo(withoutChance(Files.readString(DOCS.resolve("first-steps.md"))));
        }
    }

    /** Times and ids that are drawn are others each time. */
    private static String withoutChance(String page) {
        return page.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "TIME")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }
}
