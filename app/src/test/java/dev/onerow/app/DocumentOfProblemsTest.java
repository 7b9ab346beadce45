package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/problems.md against the problems that the code makes. */
class DocumentOfProblemsTest {
    /** A heading with one type, or several that are alike, and the statuses at the beginning of its paragraph. */
    private static final Pattern PARAGRAPH = Pattern.compile("(?m)^### (`.*`)\\n(?:([\\d, ]+)\\. \\*)?");

    private static final SortedMap<String, SortedSet<Integer>> DOCUMENTED = new TreeMap<>();
    private static final ProblemTypes MADE = ProblemTypes.of(ConstantArguments.of("dev.onerow"));

    @BeforeAll
    static void readsTheDocument() throws IOException {
        Matcher paragraph = PARAGRAPH.matcher(Files.readString(Path.of("../docs/problems.md")));
        while (paragraph.find()) {
            for (String type : paragraph.group(1).replace("`", "").split(", ", -1)) {
                DOCUMENTED.put("/problems/" + type.replace("/problems/", ""), statuses(paragraph.group(2)));
            }
        }
    }

    @Test
    void namesEachTypeWithItsStatusesAndNoOther() {
        assertThat(DOCUMENTED).isEqualTo(MADE.statuses()).hasSizeGreaterThan(40);
    }

    @Test
    void leavesOutOnlyWhatTheFrameworkAnswersByItself() {
        assertThat(MADE.untold()).containsExactly("dev.onerow.web.problem.ProblemProcessor.ofStatus");
    }

    private static SortedSet<Integer> statuses(@Nullable String text) {
        List<String> numbers = text == null ? List.of() : Arrays.asList(text.split(", ", -1));
        return new TreeSet<>(numbers.stream().map(Integer::valueOf).toList());
    }
}
