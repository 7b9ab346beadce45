package dev.onerow.benchmarks.registry;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A rule that changes with each execution, beside the DDL that this cannot do without. */
@Singleton
final class ChangedRule implements Figure {
    private static final int WARMING_UP = 1_000;
    private static final int A_ROUND = 200;

    private final SampleRules rules;
    private final Transactions transactions;
    private final CurrentTransaction transaction;

    ChangedRule(SampleRules rules, Transactions transactions, CurrentTransaction transaction) {
        this.rules = rules;
        this.transactions = transactions;
        this.transaction = transaction;
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
        var bare = (bench.kind() == DatabaseKind.POSTGRESQL ? "registry_views." : "") + "bare_" + kind;
        bench.run("CREATE VIEW " + bare + " AS " + select.apply(0));
        rules.execute(kind, select.apply(0));
        bench.report(bench.<Integer>compare(
                        "executions of a changed rule, a " + kind + " one",
                        number -> 1L,
                        round -> bench.isBrief() ? numbers(1 + round * 4, 4) : numbers(round),
                        () -> SampleRules.tidy(bench))
                .with("bare DDL", number -> replace(bare, select.apply(number)))
                .with("execution", number -> rules.execute(kind, select.apply(number)))
                .run());
    }

    private static List<Integer> numbers(int round) {
        return round == 0 ? numbers(1, WARMING_UP) : numbers(1 + WARMING_UP + (round - 1) * A_ROUND, A_ROUND);
    }

    private static List<Integer> numbers(int first, int count) {
        return IntStream.range(first, first + count).boxed().toList();
    }

    /** On a connection of the same pool and in a transaction of the same kind as an execution has. */
    private void replace(String view, String select) {
        transactions.write(() -> {
            try (Statement statement = transaction.connection().createStatement()) {
                statement.execute("DROP VIEW " + view);
                return statement.execute("CREATE VIEW " + view + " AS " + select);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }
}
