package dev.onerow.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * Contenders that do the same work, visited in turn: A B C, A B C. A round gives each of them the same batches on a
 * freshly prepared table, the first round only warms up, and what is reported are medians over the others and medians
 * of ratios within one round, so that a busy minute hits all alike.
 *
 * @param <B> the batch that one call of a contender takes
 */
public final class Comparison<B> {
    private final Bench bench;
    private final String title;
    private final ToLongFunction<B> rows;
    private final IntFunction<List<B>> batches;
    private final Preparation preparation;
    private final Map<String, Contender<B>> contenders = new LinkedHashMap<>();

    /** Brings the tables into the state in which every visit begins. */
    public interface Preparation {
        void run() throws SQLException;
    }

    /** One way of doing the work. */
    public interface Contender<B> {
        void write(B batch) throws SQLException;
    }

    Comparison(
            Bench bench, String title, ToLongFunction<B> rows, IntFunction<List<B>> batches, Preparation preparation) {
        this.bench = bench;
        this.title = title;
        this.rows = rows;
        this.batches = batches;
        this.preparation = preparation;
    }

    /** Adds a contender; the first is the one that the others are compared with. */
    public Comparison<B> with(String name, Contender<B> contender) {
        contenders.put(name, contender);
        return this;
    }

    /** Measures all contenders. */
    public Result run() throws SQLException {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round <= bench.rounds(); round++) {
            List<B> same = batches.apply(round);
            for (Map.Entry<String, Contender<B>> contender : contenders.entrySet()) {
                Cost cost = visit(contender.getValue(), same);
                if (round > 0) {
                    costs.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                            .add(cost);
                }
            }
        }
        return new Result(title, costs);
    }

    private Cost visit(Contender<B> contender, List<B> same) throws SQLException {
        preparation.run();
        List<Meter.Call> calls = new ArrayList<>(same.size());
        for (B batch : same) {
            calls.add(() -> contender.write(batch));
        }
        return bench.meter().measure(same.stream().mapToLong(rows).sum(), calls);
    }
}
