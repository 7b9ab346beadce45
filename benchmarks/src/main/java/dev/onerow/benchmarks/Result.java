package dev.onerow.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * The measured costs of all contenders of a comparison.
 *
 * @param title what was compared
 * @param costs by contender, one for each round, in the order of the rounds
 */
public record Result(String title, Map<String, List<Cost>> costs) {

    /** The median of a measure over all rounds. */
    public double median(String contender, ToDoubleFunction<Cost> measure) {
        return median(of(contender).stream().mapToDouble(measure).toArray());
    }

    /** The median, over all rounds, of how often the measure of one contender contains that of the other. */
    public double ratio(String contender, String other, ToDoubleFunction<Cost> measure) {
        List<Cost> mine = of(contender);
        List<Cost> theirs = of(other);
        double[] ratios = new double[mine.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = measure.applyAsDouble(mine.get(i)) / measure.applyAsDouble(theirs.get(i));
        }
        return median(ratios);
    }

    /** A table in Markdown: one line for each contender. The last column compares its CPU with that of the first. */
    String table() {
        StringBuilder table = new StringBuilder("\n**" + title + "**\n\n"
                + "| contender | CPU µs/row | of it client | bytes/row | rows/s | call p50 µs | CPU, first = 1 |\n"
                + "|---|--:|--:|--:|--:|--:|--:|\n");
        String first = costs.keySet().iterator().next();
        for (String name : costs.keySet()) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %,.0f | %,.0f | %,.0f | %.2f |%n",
                    name,
                    median(name, Cost::cpuMicrosPerRow),
                    median(name, Cost::clientMicrosPerRow),
                    median(name, Cost::bytesPerRow),
                    median(name, Cost::rowsPerSecond),
                    median(name, Cost::callMicros),
                    ratio(name, first, Cost::cpuMicrosPerRow)));
        }
        return table.toString();
    }

    private List<Cost> of(String contender) {
        return Objects.requireNonNull(costs.get(contender), contender);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
