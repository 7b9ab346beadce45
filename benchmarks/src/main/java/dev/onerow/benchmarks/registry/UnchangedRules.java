package dev.onerow.benchmarks.registry;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.registry.application.ExecuteRules;
import dev.onerow.registry.domain.Rules;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Rules of which none has changed, executed all at once, beside reading what has to be compared. */
@Singleton
final class UnchangedRules implements Figure {
    private static final String RULES = "SELECT * FROM rules";

    private static final String COLUMNS_OF_POSTGRESQL = """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            WHERE n.nspname = 'registry_views'
            ORDER BY c.relname, a.attnum
            """;

    private static final String COLUMNS_OF_SQLITE = """
            SELECT m.name, c.name, c.type
            FROM sqlite_master m
            JOIN pragma_table_info(m.name) c
            WHERE m.type = 'view'
            ORDER BY m.name, c.cid
            """;

    /** Whatever is written, locked or made again has another place or another transaction. */
    private static final String TRACES_ON_POSTGRESQL = """
            SELECT md5(string_agg(t.trace, ',' ORDER BY t.trace))
            FROM (SELECT 'r' || ctid || xmin || xmax AS trace FROM rules
                  UNION ALL
                  SELECT 'v' || ctid || xmin || xmax FROM rule_versions
                  UNION ALL
                  SELECT 'w' || ctid || xmin || xmax FROM views_registry
                  UNION ALL
                  SELECT 'c' || oid || xmin || xmax FROM pg_class WHERE relkind = 'v') t
            """;

    private static final String TRACES_ON_SQLITE = "PRAGMA data_version";

    private final SampleRules rules;
    private final Rules allRules;
    private final ExecuteRules executeRules;

    UnchangedRules(SampleRules rules, Rules allRules, ExecuteRules executeRules) {
        this.rules = rules;
        this.allRules = allRules;
        this.executeRules = executeRules;
    }

    @Override
    public String name() {
        return "registry-unchanged";
    }

    @Override
    public String question() {
        return "What does executing rules cost of which none has changed? No DDL, no write, at most twice reading the rules and the columns of their views.";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        int size = bench.isBrief() ? 10 : 1_000;
        for (int number = 0; number < size; number++) {
            rules.execute("UNCHANGED_" + number, SampleRules.select(number));
        }
        SampleRules.tidy(bench);
        boolean onPostgresql = bench.kind() == DatabaseKind.POSTGRESQL;
        try (Connection connection = bench.connect()) {
            var columns = onPostgresql ? COLUMNS_OF_POSTGRESQL : COLUMNS_OF_SQLITE;
            var traces = onPostgresql ? TRACES_ON_POSTGRESQL : TRACES_ON_SQLITE;
            var before = read(connection, traces);
            bench.report(bench.<Integer>compare(
                            size + " unchanged rules", count -> count, round -> List.of(size, size, size), () -> {})
                    .with("reading", count -> {
                        allRules.byKey("", size);
                        read(connection, columns);
                    })
                    .with("reading by bare JDBC", count -> {
                        read(connection, RULES);
                        read(connection, columns);
                    })
                    .with("executing", count -> execute())
                    .run());
            if (!before.equals(read(connection, traces))) {
                throw new IllegalStateException("Something was written, locked or made again");
            }
            bench.report("Written, locked or made again: nothing.");
        }
    }

    private void execute() {
        executeRules.execute(
                List.of(), (code, answer) -> answer.orElseThrow(why -> new IllegalStateException(code + ": " + why)));
    }

    /** The last row, when all have been read. */
    private static String read(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            var last = new StringBuilder();
            while (rows.next()) {
                last.setLength(0);
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    last.append(rows.getString(column)).append(' ');
                }
            }
            return last.toString();
        }
    }
}
