package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** The same rows merged, and decided by a function that sees the stored row. */
@Singleton
final class DecidedWrites implements Figure {
    private final Stores stores;

    DecidedWrites(Stores stores) {
        this.stores = stores;
    }

    @Override
    public String name() {
        return "decided-writes";
    }

    @Override
    public String question() {
        return "What does it cost to let a function decide about each row, half of which are stored already?";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        int size = bench.isBrief() ? 100 : 1_000;
        int stored = 10 * size;
        Shape<Scores.Score> shape = Scores.shape();
        Store<Scores.Score> store = stores.of(shape.row()).expectingChanges();
        Tables<Scores.Score> tables = new Tables<>(bench, shape, store);
        tables.prepare(stored);
        bench.report(bench.compare(
                        shape.table() + ", batches of " + size,
                        Batch<Scores.Score>::size,
                        round -> Batch.half(shape, bench.isBrief() ? 2 : 20, size, stored, round),
                        tables::reset)
                .with("merged", batch -> store.upsertAll(batch.rows()))
                .with("decided", batch -> store.decideAll(batch.rows(), (before, row) -> Decision.write(row)))
                .run());
    }
}
