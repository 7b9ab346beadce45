package dev.onerow.persistence;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of all rows that were handed in. It adds up by construction: what was received is the sum of the
 * other six. Immutable.
 *
 * @param received rows handed in
 * @param inserted rows of a new key
 * @param updated rows that changed the stored row of their key
 * @param unchanged rows that said what was stored already
 * @param stale rows older than the stored row of their key
 * @param folded rows merged into a later row of their key in the same chunk
 * @param rejected rows refused
 */
public record Receipt(
        long received, long inserted, long updated, long unchanged, long stale, long folded, long rejected) {

    /** Nothing received. */
    public static final Receipt EMPTY = new Receipt(0, 0, 0, 0, 0, 0, 0);

    /**
     * Checks the sum.
     *
     * @throws IllegalArgumentException when a count is negative, or they do not add up to {@code received}
     */
    public Receipt {
        boolean negative = (inserted | updated | unchanged | stale | folded | rejected) < 0;
        if (negative || received != inserted + updated + unchanged + stale + folded + rejected) {
            throw new IllegalArgumentException("A receipt adds up: received " + received + " is not "
                    + String.join(
                            " + ",
                            Long.toString(inserted),
                            Long.toString(updated),
                            Long.toString(unchanged),
                            Long.toString(stale),
                            Long.toString(folded),
                            Long.toString(rejected)));
        }
    }

    /** The receipt of rows with these outcomes. */
    public static Receipt of(Collection<Outcome> outcomes) {
        return counted(outcomes.stream());
    }

    /** The receipt of these answers. */
    public static Receipt ofWritten(Collection<? extends Written<?>> written) {
        return counted(written.stream().map(Written::outcome));
    }

    /** This and the other together. */
    public Receipt plus(Receipt other) {
        return new Receipt(
                received + other.received,
                inserted + other.inserted,
                updated + other.updated,
                unchanged + other.unchanged,
                stale + other.stale,
                folded + other.folded,
                rejected + other.rejected);
    }

    /** How many rows had this outcome. */
    public long count(Outcome outcome) {
        return switch (outcome) {
            case INSERTED -> inserted;
            case UPDATED -> updated;
            case UNCHANGED -> unchanged;
            case STALE -> stale;
            case FOLDED -> folded;
            case REJECTED -> rejected;
        };
    }

    private static Receipt counted(Stream<Outcome> outcomes) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        outcomes.forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
        return new Receipt(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.getOrDefault(Outcome.INSERTED, 0L),
                counts.getOrDefault(Outcome.UPDATED, 0L),
                counts.getOrDefault(Outcome.UNCHANGED, 0L),
                counts.getOrDefault(Outcome.STALE, 0L),
                counts.getOrDefault(Outcome.FOLDED, 0L),
                counts.getOrDefault(Outcome.REJECTED, 0L));
    }
}
