package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/pitfalls.md} against the tests and classes that it names. */
class PitfallsTest {
    private static final Path PROJECT = Path.of("..");
    private static final int PITFALLS = 70;
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+)(?:\u2013(\\d+))? \\| ([^|]+) \\| (.+) \\|$");
    private static final Pattern NAME = Pattern.compile("`(?:([A-Z]\\w+)(?:\\.(\\w+))?|([a-z]+[A-Z]\\w+))`");

    @Test
    void haveALineEach() throws IOException {
        List<Integer> numbers = rows().stream()
                .flatMap(row -> IntStream.rangeClosed(
                                Integer.parseInt(row.group(1)),
                                Integer.parseInt(row.group(2) == null ? row.group(1) : row.group(2)))
                        .boxed())
                .toList();

        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, PITFALLS).boxed().toList());
    }

    @Test
    void nameOnlyTestsAndClassesThatExist() throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        for (var row : rows()) {
            String source = "";
            Matcher name = NAME.matcher(row.group(4));
            while (name.find()) {
                if (name.group(1) != null) {
                    source = sources.getOrDefault(name.group(1), "");
                    if (source.isEmpty()) {
                        missing.add(row.group(1) + ": no class " + name.group(1));
                    }
                }
                String method = name.group(2) != null ? name.group(2) : name.group(3);
                if (method != null && !source.contains(" " + method + "(")) {
                    missing.add(row.group(1) + ": no method " + method);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void areHeldByATestOrByAReason() throws IOException {
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.group(4))
                        .as(row.group(1))
                        .containsPattern("Test[.`]|Cannot occur|Not claimed|Not needed|never"));
    }

    private static List<java.util.regex.MatchResult> rows() throws IOException {
        String table = Files.readString(PROJECT.resolve("docs/pitfalls.md"));
        return ROW.matcher(table).results().toList();
    }

    /** The text of every class of this project, by its simple name; of namesakes, all of them. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.find(
                PROJECT,
                20,
                (path, attributes) ->
                        path.toString().contains("/src/") && path.toString().endsWith(".java"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                sources.merge(name, Files.readString(file), String::concat);
            }
        }
        return sources;
    }
}
