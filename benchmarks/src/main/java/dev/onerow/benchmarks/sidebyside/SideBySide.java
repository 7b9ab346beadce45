package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Comparison;
import dev.onerow.benchmarks.Figure;
import dev.onerow.benchmarks.Result;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Half inserts, half updates, at every size, by everybody. */
@Singleton
final class SideBySide implements Figure {
    private static final int LARGEST_CHUNK = 10_000;
    private static final String JOOQ_ROWS = "jOOQ, one statement";

    private final Stores stores;

    SideBySide(Stores stores) {
        this.stores = stores;
    }

    @Override
    public String name() {
        return "side-by-side";
    }

    @Override
    public String question() {
        return "What does it cost to upsert rows, half of which are stored already?";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        measure(bench, Counters.shape());
        measure(bench, Scores.shape());
    }

    private <R> void measure(Bench bench, Shape<R> shape) throws SQLException {
        Store<R> store = stores.of(shape.row()).expectingChanges();
        Tables<R> tables = new Tables<>(bench, shape, store);
        Map<String, Peer<R>> peers = peers(bench, shape);
        try {
            for (int size : bench.isBrief() ? List.of(1, 100) : List.of(1, 10, 100, 1_000, 10_000, 100_000)) {
                int stored = bench.isBrief() ? 200 : Math.max(10_000, size);
                int batches = bench.isBrief() ? 2 : size == 1 ? 3_000 : Math.max(1, 20_000 / size);
                tables.prepare(stored);
                bench.report(measure(bench, shape, store, tables, peers, size, batches, stored));
            }
        } finally {
            for (Peer<R> peer : peers.values()) {
                peer.close();
            }
        }
    }

    private static <R> Result measure(
            Bench bench,
            Shape<R> shape,
            Store<R> store,
            Tables<R> tables,
            Map<String, Peer<R>> peers,
            int size,
            int batches,
            int stored)
            throws SQLException {
        String title = String.format(Locale.ROOT, "%s, batches of %,d", shape.table(), size);
        Comparison<Batch<R>> comparison = bench.compare(
                title, Batch::size, round -> Batch.half(shape, batches, size, stored, round), tables::reset);
        comparison.with("kernel, receipt", batch -> receipt(store, batch));
        comparison.with("kernel, rows", batch -> rows(store, batch));
        peers.forEach((name, peer) -> {
            if (size <= LARGEST_CHUNK || !name.equals(JOOQ_ROWS)) {
                comparison.with(name, peer::write);
            }
        });
        return comparison.run();
    }

    private static <R> Map<String, Peer<R>> peers(Bench bench, Shape<R> shape) throws SQLException {
        Map<String, Peer<R>> peers = new LinkedHashMap<>();
        peers.put("JDBC, a statement kept", new JdbcStatement<>(bench, shape));
        peers.put("JDBC batch", new JdbcBatch<>(bench, shape));
        peers.put("jOOQ batch", new Jooq<>(bench, shape, true));
        peers.put(JOOQ_ROWS, new Jooq<>(bench, shape, false));
        if (bench.kind() == DatabaseKind.POSTGRESQL) {
            peers.put("JDBC arrays", new JdbcArrays<>(bench, shape));
            peers.put("Hibernate", new Hibernate<>(bench));
            peers.put("limit: COPY", new CopyLimit<>(bench, shape));
        }
        return peers;
    }

    private static <R> void receipt(Store<R> store, Batch<R> batch) {
        if (batch.size() == 1) {
            store.upsert(batch.rows().get(0));
        } else {
            store.upsertAll(batch.rows().stream(), LARGEST_CHUNK);
        }
    }

    private static <R> void rows(Store<R> store, Batch<R> batch) {
        for (int from = 0; from < batch.size(); from += LARGEST_CHUNK) {
            store.upsertAll(batch.rows().subList(from, Math.min(batch.size(), from + LARGEST_CHUNK)));
        }
    }
}
