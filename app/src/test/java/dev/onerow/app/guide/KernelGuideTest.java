package dev.onerow.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.SchemaProof;
import dev.onerow.persistence.Written;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("stock")
class KernelGuideTest {
    private static final Pattern FENCED = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REGION = Pattern.compile("(?ms)^ *// guide: (?!end)[^\n]*\n(.*?)^ *// guide: end");
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TestDatabase database;

    KernelGuideTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void doesWhatTheGuideSays() {
        Warehouse warehouse = database.bean(Warehouse.class);

        List<Written<Stock>> received =
                warehouse.receive(List.of(Stock.of("A-1", "north", 5, MORNING), Stock.of("A-1", "north", 2, MORNING)));

        assertThat(received).extracting(Written::outcome).containsExactly(Outcome.FOLDED, Outcome.INSERTED);
        assertThat(received.get(1).row().quantity()).isEqualTo(7);
        assertThat(warehouse.count(Stock.of("A-1", "north", 6, NOON))).isEqualTo(Outcome.UPDATED);
        assertThat(warehouse.count(Stock.of("A-1", "north", 6, NOON))).isEqualTo(Outcome.UNCHANGED);
        assertThat(warehouse.count(Stock.of("A-1", "north", 9, MORNING))).isEqualTo(Outcome.STALE);
        assertThat(database.value("SELECT quantity FROM stock")).isEqualTo(6L);
    }

    // guide: the proof
    @Test
    void provesEveryDeclaredTable() {
        SchemaProof.Result result = database.bean(SchemaProof.class).prove();

        assertThat(result.defects()).as(result.report()).isEmpty();
    }
    // guide: end

    @Test
    void showsThisCodeInTheGuide() throws Exception {
        List<String> regions = new ArrayList<>();
        Path folder = Path.of("src/test/java/dev/onerow/app/guide");
        for (String file : new String[] {"Stock.java", "Warehouse.java", "KernelGuideTest.java"}) {
            Matcher matcher = REGION.matcher(Files.readString(folder.resolve(file)));
            assertThat(matcher.find()).as(file).isTrue();
            regions.add(unindented(matcher.group(1)));
        }

        Stream<String> shown = FENCED.matcher(Files.readString(Path.of("../docs/kernel.md")))
                .results()
                .map(match -> match.group(1));

        assertThat(shown).containsExactlyElementsOf(regions);
    }

    private static String unindented(String region) {
        String stripped = region.startsWith("    @") ? region.replaceAll("(?m)^    ", "") : region;
        return stripped.stripTrailing() + "\n";
    }
}
