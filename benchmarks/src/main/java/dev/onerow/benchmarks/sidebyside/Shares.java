package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Cost;
import dev.onerow.benchmarks.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What all sizes say in one small table: the kernel's receipt as a share of what each peer takes. Of a single row the
 * median time of a call is compared, of more the CPU.
 */
final class Shares {
    static final String KERNEL = "kernel, receipt";
    static final String KERNEL_ROWS = "kernel, rows";
    static final String STATEMENT = "JDBC, a statement kept";
    static final String STATEMENT_ASKING = "the same, asking for the version";
    static final String BATCH = "JDBC batch";
    static final String ARRAYS = "JDBC arrays";
    static final String JOOQ_BATCH = "jOOQ batch";
    static final String JOOQ_STATEMENT = "jOOQ, one statement";
    static final String HIBERNATE = "Hibernate";
    static final String COPY = "limit: COPY";

    private final List<String> lines = new ArrayList<>();

    Shares(String title) {
        lines.add("\n**" + title + ", the kernel with a receipt as a share of the others**\n");
        lines.add("| rows | jOOQ's best | Hibernate | kept statement | asking | JDBC's best batch | COPY "
                + "| rows asked for / receipt | client µs/row | bytes/row |");
        lines.add("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    }

    void add(int size, Result result) {
        ToDoubleFunction<Cost> measure = size == 1 ? Cost::callMicros : Cost::cpuMicrosPerRow;
        lines.add(String.format(
                Locale.ROOT,
                "| %,d | %s | %s | %s | %s | %s | %s | %.2f | %.1f | %,.0f |",
                size,
                ofBest(result, measure, JOOQ_BATCH, JOOQ_STATEMENT),
                ofBest(result, measure, HIBERNATE),
                ofBest(result, measure, STATEMENT),
                ofBest(result, measure, STATEMENT_ASKING),
                ofBest(result, measure, BATCH, ARRAYS),
                ofBest(result, measure, COPY),
                result.ratio(KERNEL_ROWS, KERNEL, measure),
                result.median(KERNEL, Cost::clientMicrosPerRow),
                result.median(KERNEL, Cost::bytesPerRow)));
    }

    /** The kernel's share of whichever of these takes least; a dash where none of them was measured. */
    private static String ofBest(Result result, ToDoubleFunction<Cost> measure, String... peers) {
        return Stream.of(peers)
                .filter(result.costs()::containsKey)
                .map(peer -> result.ratio(KERNEL, peer, measure))
                .max(Double::compare)
                .map(share -> String.format(Locale.ROOT, "%.2f", share))
                .orElse("–");
    }

    String table() {
        return String.join("\n", lines);
    }
}
