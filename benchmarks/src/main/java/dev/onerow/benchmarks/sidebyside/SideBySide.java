package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Comparison;
import dev.onerow.benchmarks.Figure;
import dev.onerow.benchmarks.Result;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Half inserts, half updates, at every size, by everybody. */
final class SideBySide<R> implements Figure {
    private static final int LARGEST_CHUNK = 10_000;
    private static final int LARGEST_TEXT_ON_SQLITE = 1_000;
    private static final int MOST_SINGLE_STATEMENTS = 100;

    private static final int[] SIZES = {1, 10, 100, 1_000, 10_000, 100_000};

    private final String name;
    private final Shape<R> shape;
    private final Store<R> store;

    private SideBySide(String name, Shape<R> shape, Stores stores) {
        this.name = name;
        this.shape = shape;
        this.store = stores.of(shape.row()).expectingChanges();
    }

    @Factory
    static final class Figures {
        @Singleton
        @Named("side-by-side-counters")
        Figure counters(Stores stores) {
            return new SideBySide<>("side-by-side-counters", Counters.shape(), stores);
        }

        @Singleton
        @Named("side-by-side-scores")
        Figure scores(Stores stores) {
            return new SideBySide<>("side-by-side-scores", Scores.shape(), stores);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String question() {
        return "What does it cost to upsert rows, half of which are stored already?";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        Tables<R> tables = new Tables<>(bench, shape, store);
        Map<String, Peer<R>> peers = peers(bench);
        try {
            Shares shares = new Shares(bench.kind() + ": " + shape.table());
            for (int size : bench.isBrief() ? new int[] {1, 100} : bench.sizes(SIZES)) {
                int stored = bench.isBrief() ? 200 : Math.max(10_000, size);
                int batches = bench.isBrief() ? 2 : size == 1 ? 3_000 : Math.max(1, 20_000 / size);
                tables.prepare(stored);
                Result result = measure(bench, tables, peers, size, batches, stored);
                bench.report(result);
                shares.add(size, result);
            }
            bench.report(shares.table());
        } finally {
            for (Peer<R> peer : peers.values()) {
                peer.close();
            }
        }
    }

    private Result measure(Bench bench, Tables<R> tables, Map<String, Peer<R>> peers, int size, int batches, int stored)
            throws SQLException {
        String title = String.format(Locale.ROOT, "%s, batches of %,d", shape.table(), size);
        Comparison<Batch<R>> comparison = bench.compare(
                title, Batch::size, round -> Batch.half(shape, batches, size, stored, round), tables::reset);
        comparison.with(Shares.KERNEL, this::receipt);
        comparison.with(Shares.KERNEL_ROWS, this::rows);
        peers.forEach((name, peer) -> {
            if (size <= largest(name, bench.kind())) {
                comparison.with(name, peer::write);
            }
        });
        return comparison.run();
    }

    /** The most rows at once that are of interest, or that can be written at all in this way. */
    private static int largest(String peer, DatabaseKind database) {
        return switch (peer) {
            case Shares.STATEMENT, Shares.STATEMENT_ASKING -> MOST_SINGLE_STATEMENTS;
            case Shares.JOOQ_STATEMENT -> database == DatabaseKind.SQLITE ? LARGEST_TEXT_ON_SQLITE : LARGEST_CHUNK;
            default -> Integer.MAX_VALUE;
        };
    }

    private Map<String, Peer<R>> peers(Bench bench) throws SQLException {
        Map<String, Peer<R>> peers = new LinkedHashMap<>();
        peers.put(Shares.STATEMENT, new JdbcStatement<>(bench, shape, false));
        peers.put(Shares.STATEMENT_ASKING, new JdbcStatement<>(bench, shape, true));
        peers.put(Shares.BATCH, new JdbcBatch<>(bench, shape));
        peers.put(Shares.JOOQ_BATCH, new Jooq<>(bench, shape, true));
        peers.put(Shares.JOOQ_STATEMENT, new Jooq<>(bench, shape, false));
        if (bench.kind() == DatabaseKind.POSTGRESQL) {
            peers.put(Shares.ARRAYS, new JdbcArrays<>(bench, shape));
            peers.put(Shares.HIBERNATE, new Hibernate<>(bench));
            peers.put(Shares.COPY, new CopyLimit<>(bench, shape));
        }
        return peers;
    }

    private void receipt(Batch<R> batch) {
        store.upsertAll(batch.rows().stream(), LARGEST_CHUNK);
    }

    private void rows(Batch<R> batch) {
        if (batch.size() == 1) {
            store.upsert(batch.rows().get(0));
            return;
        }
        for (int from = 0; from < batch.size(); from += LARGEST_CHUNK) {
            store.upsertAll(batch.rows().subList(from, Math.min(batch.size(), from + LARGEST_CHUNK)));
        }
    }
}
