package dev.onerow.quality.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a backfill is to do.
 *
 * @param source where patterns come from
 * @param collections which collections, in this order; lines of a file count as points of the first
 * @param limit most patterns to take after the confidence filter, over the whole job; empty: all
 * @param minConfidence patterns below are skipped, 0 to 1
 * @param batchSize rows in one transaction, 1 to 1000
 * @param dryRun whether to score and count only
 */
public record BackfillOrder(
        BackfillSource source,
        List<String> collections,
        OptionalLong limit,
        double minConfidence,
        int batchSize,
        boolean dryRun) {
    /** The collection that is read when none is named. */
    public static final String DEFAULT_COLLECTION = "archon_vectors";

    /** Rows in one transaction when no number is named. */
    public static final int DEFAULT_BATCH_SIZE = 100;

    private static final String ALL = "all";
    private static final List<String> ALL_COLLECTIONS =
            List.of(DEFAULT_COLLECTION, "quality_vectors", "code_patterns", "execution_patterns");
    private static final Pattern COLLECTION = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final int LARGEST_BATCH = 1_000;

    /**
     * Copies the collections, each once; {@code all} alone becomes the four that it stands for.
     *
     * @throws IllegalArgumentException when {@link #flaws} would find one
     */
    public BackfillOrder {
        collections = collections.equals(List.of(ALL))
                ? ALL_COLLECTIONS
                : collections.stream().distinct().toList();
        List<Flaw> flaws = flaws(collections, limit, minConfidence, batchSize);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.get(0).sentence());
        }
    }

    /** What is wrong with these values; empty when they make an order. */
    public static List<Flaw> flaws(List<String> collections, OptionalLong limit, double minConfidence, int batchSize) {
        List<Flaw> flaws = new ArrayList<>();
        if (collections.isEmpty()) {
            flaws.add(new Flaw("/collections", "empty", "At least one collection is wanted."));
        }
        for (int i = 0; i < collections.size(); i++) {
            String name = collections.get(i);
            if (!COLLECTION.matcher(name).matches() || (name.equals(ALL) && collections.size() > 1)) {
                flaws.add(new Flaw(
                        "/collections/" + i,
                        "invalid-value",
                        "A collection has letters, digits, - and _; \"all\" stands alone."));
            }
        }
        if (limit.isPresent() && limit.getAsLong() < 0) {
            flaws.add(Flaw.outOfRange("/limit", "0 or more"));
        }
        if (!Shares.isShare(minConfidence)) {
            flaws.add(Flaw.outOfRange("/min_confidence", "0 to 1"));
        }
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            flaws.add(Flaw.outOfRange("/batch_size", "1 to " + LARGEST_BATCH));
        }
        return flaws;
    }

    /** Whether so many patterns are as many as are wanted. */
    boolean isReachedBy(long taken) {
        return limit.isPresent() && taken >= limit.getAsLong();
    }
}
