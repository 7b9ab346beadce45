package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/** Rows that say again what is stored. */
@Singleton
final class UnchangedRows implements Figure {
    private final Stores stores;

    UnchangedRows(Stores stores) {
        this.stores = stores;
    }

    @Override
    public String name() {
        return "unchanged-rows";
    }

    @Override
    public String question() {
        return "What do rows cost that change nothing, and what do they leave in the log?";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        int size = bench.isBrief() ? 100 : 1_000;
        int count = bench.isBrief() ? 2 : 20;
        Shape<Scores.Score> shape = Scores.shape();
        Store<Scores.Score> store = stores.of(shape.row());
        List<Batch<Scores.Score>> batches = IntStream.range(0, count)
                .mapToObj(i -> Batch.of(
                        shape, IntStream.range(i * size, (i + 1) * size).boxed().toList()))
                .toList();
        Tables<Scores.Score> tables = new Tables<>(bench, shape, store);
        tables.prepare(batches.stream().flatMap(batch -> batch.rows().stream()));
        try (JdbcBatch<Scores.Score> jdbc = new JdbcBatch<>(bench, shape)) {
            bench.report(bench.compare(
                            "unchanged rows of " + shape.table() + ", batches of " + size,
                            Batch<Scores.Score>::size,
                            round -> batches,
                            tables::reset)
                    .with("JDBC batch, unguarded", jdbc::write)
                    .with("kernel, looking first", batch -> store.upsertAll(batch.rows().stream(), size))
                    .with(
                            "kernel, guarded alone",
                            batch -> store.expectingChanges().upsertAll(batch.rows().stream(), size))
                    .run());
        }
        reportLog(bench, store, batches);
    }

    private static void reportLog(Bench bench, Store<Scores.Score> store, List<Batch<Scores.Score>> batches)
            throws SQLException {
        if (bench.kind() == DatabaseKind.POSTGRESQL) {
            bench.run("CHECKPOINT");
            long before = logPosition(bench);
            batches.forEach(batch -> store.upsertAll(batch.rows().stream(), batch.size()));
            bench.report(String.format(
                    "%,d unchanged rows left %,d bytes in the write-ahead log of the whole server.",
                    batches.stream().mapToInt(Batch::size).sum(), logPosition(bench) - before));
        }
    }

    private static long logPosition(Bench bench) throws SQLException {
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
            row.next();
            return row.getLong(1);
        }
    }
}
