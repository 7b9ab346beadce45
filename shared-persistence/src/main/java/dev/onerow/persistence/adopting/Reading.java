package dev.onerow.persistence.adopting;

import org.jspecify.annotations.Nullable;

/**
 * What a context makes of one row of an older table.
 *
 * @param <R> what it is taken over as
 */
public sealed interface Reading<R> {

    /**
     * It can be taken over. Rows come to be written cluster by cluster, in a cluster the highest rank first, and those
     * of one key one after another.
     *
     * @param cluster text of the key of the row that they become or compete for
     * @param key rows with the same one are merged before anything is written; begins with the cluster
     * @param rank text that sorts higher for the row that goes first; rows of one key agree in what stands before their
     *     difference
     * @param mates text that rows have in common that are numbered together, of each key the one of the highest rank, and
     *     paired with those of another table; null when there are none
     * @param mateRank text that sorts lower for the one that is numbered first
     */
    record Kept<R>(
            String cluster,
            String key,
            String rank,
            R value,
            @Nullable String mates,
            String mateRank) implements Reading<R> {

        /** A row without mates. */
        public Kept(String cluster, String key, String rank, R value) {
            this(cluster, key, rank, value, null, "");
        }

        /** The same among its mates. */
        public Kept<R> withMates(String common, String order) {
            return new Kept<>(cluster, key, rank, value, common, order);
        }
    }

    /** It cannot. */
    record Refused<R>(Reason reason) implements Reading<R> {}

    /** A row that competes for its key with no other kind of row. */
    static <R> Kept<R> kept(String key, String rank, R value) {
        return new Kept<>(key, key, rank, value);
    }

    /** A row that has a key of its own among those of a cluster. */
    static <R> Kept<R> kept(String cluster, String key, String rank, R value) {
        return new Kept<>(cluster, key, rank, value);
    }

    /** A row that cannot be taken over. */
    static <R> Reading<R> refused(Reason reason) {
        return new Refused<>(reason);
    }
}
