package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Store;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brings a table of the comparison into its first state: a number of rows, its primary and business keys as the only
 * indexes (the cost of further ones is the same for everybody), and beside it an empty copy.
 */
final class Tables<R> {
    private final Bench bench;
    private final Shape<R> shape;
    private final Store<R> store;

    Tables(Bench bench, Shape<R> shape, Store<R> store) {
        this.bench = bench;
        this.shape = shape;
        this.store = store;
    }

    /** Once, with so many rows to begin each visit with. */
    void prepare(int rows) throws SQLException {
        prepare(IntStream.range(0, rows).mapToObj(shape.rows()));
    }

    /** Once, with the rows to begin each visit with. */
    void prepare(Stream<R> rows) throws SQLException {
        for (String index : furtherIndexes()) {
            bench.run("DROP INDEX " + index);
        }
        bench.run("DELETE FROM " + shape.table());
        store.upsertAll(rows, 10_000);
        bench.run("DROP TABLE IF EXISTS " + first(), "CREATE TABLE " + first() + " AS SELECT * FROM " + shape.table());
        if (bench.kind() == DatabaseKind.POSTGRESQL) {
            String copy = CopyLimit.table(shape);
            bench.run(
                    "ALTER TABLE " + shape.table() + " SET (autovacuum_enabled = false)",
                    "DROP TABLE IF EXISTS " + copy,
                    "CREATE TABLE " + copy + " (LIKE " + shape.table() + " INCLUDING ALL)");
        }
    }

    /** Before each visit. */
    void reset() throws SQLException {
        if (bench.kind() == DatabaseKind.POSTGRESQL) {
            bench.run(
                    "TRUNCATE " + shape.table() + ", " + CopyLimit.table(shape), refill(), "ANALYZE " + shape.table());
        } else {
            bench.run("DELETE FROM " + shape.table(), refill(), "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private String refill() {
        return "INSERT INTO " + shape.table() + " SELECT * FROM " + first();
    }

    private String first() {
        return shape.table() + "_first";
    }

    private List<String> furtherIndexes() throws SQLException {
        String query = bench.kind() == DatabaseKind.POSTGRESQL
                ? "SELECT i.indexrelid::regclass FROM pg_index i WHERE NOT i.indisunique AND i.indrelid = '"
                        + shape.table() + "'::regclass"
                : "SELECT name FROM pragma_index_list('" + shape.table() + "') WHERE \"unique\" = 0";
        List<String> names = new ArrayList<>();
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
