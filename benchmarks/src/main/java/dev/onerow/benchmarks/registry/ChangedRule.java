package dev.onerow.benchmarks.registry;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.persistence.DatabaseKind;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A rule that changes with each execution, beside the DDL that this cannot do without. */
@Singleton
final class ChangedRule implements Figure {
    private final SampleRules rules;

    ChangedRule(SampleRules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "registry-changed";
    }

    @Override
    public String question() {
        return "What does executing a changed rule cost beside the bare DROP VIEW; CREATE VIEW in one transaction? At most three times as much.";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        compare(bench, "typical", SampleRules::typicalSelect);
        compare(bench, "tiny", SampleRules::select);
    }

    private void compare(Bench bench, String kind, IntFunction<String> select) throws SQLException {
        int executions = bench.isBrief() ? 4 : 200;
        var bare = (bench.kind() == DatabaseKind.POSTGRESQL ? "registry_views." : "") + "bare_" + kind;
        bench.run("CREATE VIEW " + bare + " AS " + select.apply(0));
        rules.execute(kind, select.apply(0));
        try (Connection connection = bench.connect()) {
            connection.setAutoCommit(false);
            bench.report(bench.<Integer>compare(
                            "executions of a changed rule, a " + kind + " one",
                            number -> 1L,
                            round -> numbers(round, executions),
                            () -> {})
                    .with("bare DDL", number -> replace(connection, bare, select.apply(number)))
                    .with("execution", number -> rules.execute(kind, select.apply(number)))
                    .run());
        }
    }

    private static List<Integer> numbers(int round, int executions) {
        int first = 1 + round * executions;
        return IntStream.range(first, first + executions).boxed().toList();
    }

    private static void replace(Connection connection, String view, String select) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP VIEW " + view);
            statement.execute("CREATE VIEW " + view + " AS " + select);
            connection.commit();
        }
    }
}
