package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./onerow} in a checkout whose {@code mvn} only notes how it was called. */
class LauncherIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Path checkout;
    private final Path jar;
    private final Path source;

    LauncherIT(@TempDir Path folder) throws IOException {
        checkout = folder;
        jar = checkout.resolve("app/target/onerow.jar");
        source = checkout.resolve("app/src/main/Some.java");
        Files.createDirectories(jar.getParent());
        Files.createDirectories(source.getParent());
        Files.copy(Path.of("../onerow"), checkout.resolve("onerow"));
        Files.createSymbolicLink(checkout.resolve("app/target/lib"), TARGET.resolve("lib"));
        Files.writeString(source, "class Some {}");
        script("mvn", "echo \"$@\" >> " + checkout + "/built\ncp " + TARGET.resolve("onerow.jar") + " " + jar);
    }

    @Test
    void passesArgumentsAndTheExitCodeOn() throws Exception {
        Files.copy(TARGET.resolve("onerow.jar"), jar);

        assertThat(launch("--version")).contains("onerow ").endsWith("exit code 0");
        assertThat(launch("check", "--such"))
                .contains("Unknown option: '--such'")
                .endsWith("exit code 2");
        assertThat(builds()).isEmpty();
    }

    @Test
    void buildsWhenTheJarIsMissingOrOlderThanASource() throws Exception {
        assertThat(launch("--version")).contains("Building Onerow", "onerow ");
        assertThat(builds()).hasSize(1);

        assertThat(launch("--version")).doesNotContain("Building");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
        assertThat(launch("--version")).contains("Building Onerow", "onerow ");

        assertThat(builds()).hasSize(2).allMatch(arguments -> arguments.endsWith("-pl app -am package"));
    }

    @Test
    void endsWithTheBuildWhenThatFails() throws Exception {
        script("mvn", "exit 1");

        assertThat(launch("--version")).doesNotContain("onerow 0").endsWith("exit code 1");
    }

    private List<String> builds() throws IOException {
        Path built = checkout.resolve("built");
        return Files.exists(built) ? Files.readAllLines(built) : List.of();
    }

    private void script(String name, String text) throws IOException {
        Path script = Files.createDirectories(checkout.resolve("bin")).resolve(name);
        Files.writeString(script, "#!/usr/bin/env bash\n" + text + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    /** What it prints, and its exit code. */
    private String launch(String... arguments) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(List.of("bash", checkout.resolve("onerow").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("PATH", checkout.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit code " + process.waitFor();
    }
}
