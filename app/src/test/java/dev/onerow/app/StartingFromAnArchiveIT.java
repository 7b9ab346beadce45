package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a copy of a checkout that is built. */
class StartingFromAnArchiveIT {
    private static final String ANSWER = "Tables that are not there yet are made by starting";

    private final Path checkout;

    StartingFromAnArchiveIT(@TempDir Path checkout) {
        this.checkout = checkout;
    }

    @BeforeEach
    void isBuilt() throws IOException {
        Path target = Files.createDirectories(checkout.resolve("app/target"));
        Files.createDirectories(checkout.resolve("app/src/main"));
        Files.copy(Path.of("../onerow"), checkout.resolve("onerow"));
        Files.copy(Path.of("target/onerow.jar"), target.resolve("onerow.jar"));
        Files.createSymbolicLink(target.resolve("lib"), Path.of("target/lib").toAbsolutePath());
    }

    @Test
    void takesItsClassesFromTheArchiveOfARehearsal() throws Exception {
        Path classes = checkout.resolve("classes");

        String rehearsal = launch("rehearse", "");
        String check = launch("check", "-Xlog:class+load:file=" + classes);

        assertThat(rehearsal).doesNotContain("failed").contains("Rehearsing");
        assertThat(check).contains(ANSWER);
        assertThat(Files.readString(classes))
                .containsPattern("dev\\.onerow\\.app\\.Onerow source: shared objects file");
    }

    @Test
    void startsWithoutOne() throws Exception {
        assertThat(launch("check", "")).contains(ANSWER);
        assertThat(archives()).isEmpty();
    }

    @Test
    void startsWithOneThatIsBroken() throws Exception {
        launch("rehearse", "");
        Path archive = archives().get(0);
        Files.delete(archive);
        Files.writeString(archive, "no archive");

        assertThat(launch("check", "")).contains(ANSWER);
    }

    @Test
    void startsWithOneOfAnotherJar() throws Exception {
        launch("rehearse", "");
        Path jar = checkout.resolve("app/target/onerow.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));

        assertThat(launch("check", "")).contains(ANSWER);
    }

    /** What it prints. */
    private String launch(String command, String javaOptions) throws IOException, InterruptedException {
        Path output = Files.createTempFile(checkout, "output", "");
        ProcessBuilder builder = new ProcessBuilder(checkout.resolve("onerow").toString(), command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ONEROW_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ONEROW_JAVA_OPTS", javaOptions);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(checkout.resolve("app/target"))) {
            return files.filter(file -> file.toString().endsWith(".archive")).toList();
        }
    }
}
