package dev.onerow.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import dev.onerow.web.testing.Client;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The same rules, put in any order and any number of times, one by one or in bulk, give the same registry. One digest
 * stands here for both databases; what a catalogue writes in its own words is not part of it.
 */
@OnBothDatabases
@WithTables("guests")
class ConvergentRegistryTest {
    private static final String DIGEST = "1b7e9c71facaa0c99bdc1bee63e264bea943a63b7fcf8df6ed78223ad85ad255";

    private static final Map<String, String> RULES = Map.of(
            "GUEST_LIST",
                    "{\"rule_code\":\"GUEST_LIST\",\"name\":\"All guests\",\"sql\":\"SELECT id, name FROM guests\"}",
            "CITIES",
                    "{\"rule_code\":\"CITIES\",\"sql\":\"SELECT DISTINCT city FROM guests;\",\"logic\":\"Where from?\"}",
            "ON_TOP", "{\"rule_code\":\"ON_TOP\",\"sql\":\"SELECT name -- only\\n FROM all_guests\"}",
            "NEVER_RUN", "{\"rule_code\":\"NEVER_RUN\",\"sql\":\"SELECT id FROM nowhere\",\"description\":\"\"}");

    private static final List<String> STATE = List.of(
            "SELECT r.rule_code, r.name, r.description, r.logic, r.sql, r.sql_hash, r.sql_version FROM rules r"
                    + " ORDER BY r.rule_code",
            "SELECT r.rule_code, v.sql_version, v.sql, v.logic, v.sql_hash FROM rule_versions v"
                    + " JOIN rules r ON r.id = v.rule_id ORDER BY r.rule_code, v.sql_version",
            "SELECT r.rule_code, v.table_name, v.summary, v.definition, v.sql_hash, v.rule_sql_version"
                    + " FROM views_registry v LEFT JOIN rules r ON r.id = v.rule_id ORDER BY v.table_name");

    private final TestDatabase database;
    private final Client api;

    ConvergentRegistryTest(TestDatabase database) {
        this.database = database;
        this.api = Api.on(database);
    }

    @Test
    void hasOneStateWhateverTheOrderTheNumberOfTimesAndTheDatabase() {
        for (int seed = 0; seed < 8; seed++) {
            var chance = new Random(seed);
            putInSomeOrder(chance);
            api.post("/executions", null);
            putInSomeOrder(chance);
            api.post("/executions", "[\"ON_TOP\",\"NEVER_RUN\",\"CITIES\",\"GUEST_LIST\"]");

            assertThat(digest()).as("seed " + seed).isEqualTo(DIGEST);

            forgetEverything();
        }
    }

    private void putInSomeOrder(Random chance) {
        List<String> puts = new ArrayList<>(RULES.keySet());
        puts.addAll(RULES.keySet());
        Collections.shuffle(puts, chance);
        boolean inBulk = chance.nextBoolean();
        if (inBulk) {
            api.postLines(
                    "/rules/bulk",
                    String.join("\n", puts.stream().map(RULES::get).toList()));
        } else {
            puts.forEach(code -> api.put("/rules/" + code, String.valueOf(RULES.get(code))));
        }
    }

    private void forgetEverything() {
        for (var view : List.of("on_top", "all_guests", "cities")) {
            assertThat(api.delete("/views/" + view).status()).isEqualTo(204);
        }
        RULES.keySet()
                .forEach(code ->
                        assertThat(api.delete("/rules/" + code).status()).isEqualTo(204));
    }

    private String digest() {
        var state = new StringBuilder();
        STATE.forEach(
                query -> database.query(query).forEach(row -> state.append(row).append('\n')));
        try {
            var sha =
                    MessageDigest.getInstance("SHA-256").digest(state.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
