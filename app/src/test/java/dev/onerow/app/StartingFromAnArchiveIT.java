package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The archive of packaging, and the launcher in a copy of a checkout that is built. */
class StartingFromAnArchiveIT {
    private static final String ANSWER = "./onerow serve makes it";
    private static final String FROM_THE_ARCHIVE = "dev\\.onerow\\.app\\.Onerow source: shared objects file";

    private static Path checkout;
    private static Path archive;

    @BeforeAll
    static void isBuiltAndRehearsed(@TempDir Path folder) throws Exception {
        checkout = folder;
        Path target = Files.createDirectories(checkout.resolve("app/target"));
        Files.createDirectories(checkout.resolve("app/src/main"));
        Files.copy(Path.of("../onerow"), checkout.resolve("onerow"));
        Files.copy(Path.of("target/onerow.jar"), target.resolve("onerow.jar"));
        Files.createSymbolicLink(target.resolve("lib"), Path.of("target/lib").toAbsolutePath());
        assertThat(launch("rehearse", "")).doesNotContain("failed").contains("Rehearsing");
        try (Stream<Path> files = Files.list(target)) {
            archive = files.filter(file -> file.toString().endsWith(".archive"))
                    .findAny()
                    .orElseThrow();
        }
    }

    @Test
    void takesItsClassesFromTheArchiveOfPackaging() throws Exception {
        Path classes = checkout.resolve("classes-of-the-jar");
        String url = "jdbc:sqlite:" + checkout.resolve("onerow.db");

        try (OnerowProcess onerow = OnerowProcess.run("check", url, Map.of("JAVA_TOOL_OPTIONS", logging(classes)))) {
            onerow.exitCode();
            assertThat(onerow.output()).contains(ANSWER);
        }
        assertThat(Files.readString(classes)).containsPattern(FROM_THE_ARCHIVE);
    }

    @Test
    void takesItsClassesFromTheArchiveOfARehearsal() throws Exception {
        Path classes = checkout.resolve("classes-of-the-launcher");

        assertThat(launch("check", logging(classes))).contains(ANSWER);
        assertThat(Files.readString(classes)).containsPattern(FROM_THE_ARCHIVE);
    }

    @Test
    @DisabledForJreRange(min = JRE.JAVA_25, disabledReason = "Its cache saves enough of the compiling")
    void compilesLaterUnlessItIsToldOtherwise() throws Exception {
        String flags = "-XX:+PrintFlagsFinal";

        assertThat(launch("check", flags)).containsPattern("CompileThresholdScaling += 4\\.0");
        assertThat(launch("check", flags + " -XX:CompileThresholdScaling=1"))
                .containsPattern("CompileThresholdScaling += 1\\.0");
    }

    @Test
    void startsWithoutOneAndWithOneThatIsBrokenOrOfAnotherJar() throws Exception {
        Path aside = checkout.resolve("aside");
        Files.move(archive, aside);
        assertThat(launch("check", "")).contains(ANSWER);

        Files.writeString(archive, "no archive");
        assertThat(launch("check", "")).contains(ANSWER);

        Files.move(aside, archive, StandardCopyOption.REPLACE_EXISTING);
        Path jar = checkout.resolve("app/target/onerow.jar");
        FileTime time = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(launch("check", "")).contains(ANSWER);
        Files.setLastModifiedTime(jar, time);
    }

    private static String logging(Path classes) {
        return "-Xlog:class+load:file=" + classes;
    }

    /** What it prints. */
    private static String launch(String command, String javaOptions) throws IOException, InterruptedException {
        Path output = Files.createTempFile(checkout, "output", "");
        ProcessBuilder builder = new ProcessBuilder(checkout.resolve("onerow").toString(), command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ONEROW_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ONEROW_JAVA_OPTS", OnerowProcess.ONE_COMPILER + " " + javaOptions);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
        }
    }
}
