package dev.onerow.persistence.kernel;

import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Receipt;

/**
 * Whether looking first pays. A probe spares an unchanged row its lock, its log and its sequence value, and costs
 * about a third more where every row changes; so it is made for the first chunk, and then as long as enough of the
 * last chunk was unchanged. Thread-safe: a lost update costs one probe too many or too few.
 */
final class Probing {
    private static final double ENOUGH = 0.3;

    private final boolean first;
    private final boolean learning;
    private volatile boolean pays;

    private Probing(boolean first, boolean learning) {
        this.first = first;
        this.learning = learning;
        this.pays = first;
    }

    /** For rows of this table. One that adds something changes what is stored, so there a first look would be in vain. */
    static Probing of(Table<?> table) {
        return new Probing(table.columns().stream().noneMatch(column -> column.rule() == MergeRule.ADD), true);
    }

    /** For rows of which somebody knows that they change something. */
    static Probing never() {
        return new Probing(false, false);
    }

    /** The same for another stream. */
    Probing anew() {
        return new Probing(first, learning);
    }

    boolean pays() {
        return pays;
    }

    void learn(Receipt chunk) {
        if (learning && chunk.received() > 1) {
            pays = chunk.unchanged() + chunk.stale() >= ENOUGH * chunk.received();
        }
    }
}
