package dev.onerow.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules may have texts of hundreds of kilobytes, and a page as many rules as five hundred. */
@OnBothDatabases
class LongTextsTest {
    private static final int ROWS = 25;
    private static final int LONGEST_PAGE = 6 << 20;
    private static final String TEXT = "x".repeat(99_000);

    private final Client api;

    LongTextsTest(TestDatabase database) {
        this.api = Api.on(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rules?limit=500", "/rules?limit=500&sort=updated_at"})
    void rulesComeInPagesThatFitIntoMemory(String list) {
        IntStream.range(0, ROWS).forEach(i -> api.put("/rules/LONG_" + i, longRule(i)));

        assertThat(pagesOf(list)).hasSizeGreaterThan(1).allMatch(page -> page < LONGEST_PAGE);
    }

    @Test
    void versionsComeInPagesThatFitIntoMemory() {
        IntStream.range(0, ROWS).forEach(i -> api.put("/rules/CHANGED", longRule(i)));

        assertThat(pagesOf("/rules/CHANGED/versions?limit=500"))
                .hasSizeGreaterThan(1)
                .allMatch(page -> page < LONGEST_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/views?limit=500", "/views?limit=500&sort=updated_at"})
    void viewsComeInPagesThatFitIntoMemory(String list) {
        IntStream.range(0, ROWS)
                .forEach(i -> api.post(
                        "/rules/SHOWN_" + i + "/execute",
                        "{\"summary\":\"" + TEXT + "\",\"sql\":\"SELECT " + i + " AS a, '" + TEXT + "' AS b\"}"));

        assertThat(pagesOf(list)).hasSizeGreaterThan(1).allMatch(page -> page < LONGEST_PAGE);
    }

    private static String longRule(int number) {
        return "{\"description\":\"" + TEXT + "\",\"logic\":\"" + TEXT + "\",\"sql\":\"SELECT " + number + " AS a, '"
                + TEXT + "' AS b\"}";
    }

    /** How long each page of a list is, which has all rows in the end. */
    private List<Integer> pagesOf(String list) {
        List<Integer> lengths = new ArrayList<>();
        int rows = 0;
        String cursor = "";
        do {
            var page = api.get(list + cursor);
            assertThat(page.status()).isEqualTo(200);
            lengths.add(page.body().length());
            rows += page.list("items").size();
            cursor = "&cursor=" + page.at("next");
        } while (!cursor.endsWith("=null"));
        assertThat(rows).isGreaterThanOrEqualTo(ROWS);
        return lengths;
    }
}
