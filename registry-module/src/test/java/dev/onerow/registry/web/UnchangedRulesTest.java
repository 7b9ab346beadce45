package dev.onerow.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import dev.onerow.web.testing.Client;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand rules executed again although nothing has changed: nothing is made again, and nothing written. */
@OnBothDatabases
class UnchangedRulesTest {
    private static final int RULES = 1_000;

    /** Whatever is written, locked or made again has another place or another transaction. */
    private static final String TRACES = """
            SELECT md5(string_agg(t.trace, ',' ORDER BY t.trace)) AS traces
            FROM (SELECT 'r' || ctid || xmin || xmax AS trace FROM onerow.rules
                  UNION ALL
                  SELECT 'v' || ctid || xmin || xmax FROM onerow.rule_versions
                  UNION ALL
                  SELECT 'w' || ctid || xmin || xmax FROM onerow.views_registry
                  UNION ALL
                  SELECT 'c' || oid || xmin || xmax FROM pg_class WHERE relkind = 'v') t
            """;

    private final TestDatabase database;
    private final Client api;

    UnchangedRulesTest(TestDatabase database) {
        this.database = database;
        this.api = Api.on(database);
    }

    @Test
    void executedAgainOneThousandRulesWriteNothingAndRunNoDdl() {
        api.postLines(
                "/rules/bulk",
                IntStream.range(0, RULES)
                        .mapToObj(number -> "{\"rule_code\":\"RULE_" + number + "\",\"sql\":\"SELECT " + number
                                + " AS a, 'x' AS b\"}")
                        .collect(Collectors.joining("\n")));
        var first = receipt(api.post("/executions", null));
        var traces = traces();

        var again = receipt(api.post("/executions", null));
        var oneByOne = IntStream.range(0, 20)
                .mapToObj(number -> api.post("/rules/RULE_" + number + "/execute", null))
                .map(answer -> answer.at("rule.outcome") + answer.at("view.outcome"))
                .distinct();

        assertThat(first).contains("\"received\":1000,\"inserted\":1000,");
        assertThat(again).contains("\"received\":1000,\"inserted\":0,\"updated\":0,\"unchanged\":1000,");
        assertThat(oneByOne).containsExactly("unchangedunchanged");
        assertThat(traces()).isEqualTo(traces);
    }

    private static String receipt(Answer answer) {
        var lines = answer.eachLine();
        return lines.get(lines.size() - 1).body();
    }

    private String traces() {
        return database.kind() == DatabaseKind.POSTGRESQL
                ? String.valueOf(database.value(TRACES))
                : database.digestOfFiles();
    }
}
