package com.example.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/kernel.md against this module, which is compiled and run. */
class GuideTest {
    private static final Path MAIN = Path.of("src/main/java/com/example/stock");
    private static final Path TEST = Path.of("src/test/java/com/example/stock");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern REGION = Pattern.compile("(?ms)^// guide: (?!end)[^\n]*\n(.*?)^// guide: end");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

    @Test
    void showsTheCodeOfThisModule() throws IOException {
        List<String> regions = new ArrayList<>();
        for (Path file : List.of(
                MAIN.resolve("Stock.java"),
                MAIN.resolve("Warehouse.java"),
                MAIN.resolve("Stocks.java"),
                TEST.resolve("ProofTest.java"),
                TEST.resolve("ArchitectureTest.java"))) {
            Matcher region = REGION.matcher(Files.readString(file));
            assertThat(region.find()).as(file.toString()).isTrue();
            regions.add(region.group(1));
        }

        assertThat(shown("java")).containsExactlyElementsOf(regions);
    }

    @Test
    void showsTheMigrationsOfThisModule() throws IOException {
        assertThat(shown("sql"))
                .containsExactly(
                        Files.readString(MIGRATIONS.resolve("postgresql/V0001__stock.sql")),
                        Files.readString(MIGRATIONS.resolve("sqlite/V0001__stock.sql")));
    }

    @Test
    void showsDependenciesThatThisModuleHas() throws IOException {
        List<String> own = artifacts(Files.readString(Path.of("pom.xml")));

        assertThat(shown("xml"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(own).containsAll(artifacts(block)));
    }

    private static List<String> artifacts(String pom) {
        return ARTIFACT.matcher(pom).results().map(match -> match.group(1)).toList();
    }

    private static List<String> shown(String language) throws IOException {
        Pattern fenced = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
        return fenced.matcher(Files.readString(Path.of("../docs/kernel.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
