package dev.onerow.ledger.persistence;

import dev.onerow.persistence.ConstraintViolation;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Refusal;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Written;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.Reason;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes rows of older ledgers: one that is here stays, unless the older one was changed later. */
final class AgedRows<T> {
    private final Store<T> store;
    private final UnaryOperator<T> asGiven;
    private final Function<T, @Nullable Instant> updatedAt;

    /**
     * For a table.
     *
     * @param asGiven a stored row as it was handed in
     * @param updatedAt when a stored row was changed
     */
    AgedRows(Store<T> store, UnaryOperator<T> asGiven, Function<T, @Nullable Instant> updatedAt) {
        this.store = store.quarantining();
        this.asGiven = asGiven;
        this.updatedAt = updatedAt;
    }

    /** Writes them; what refers to something that is not here is refused, and what is not the first in its place. */
    List<Adopted> write(List<AgedRow<T>> rows) {
        IdentityHashMap<T, Instant> ages = new IdentityHashMap<>();
        rows.forEach(row -> ages.put(row.row(), row.changedAt()));
        return store
                .decideAll(
                        rows.stream().map(AgedRow::row).toList(),
                        (stored, incoming) -> decide(stored, incoming, Objects.requireNonNull(ages.get(incoming))))
                .stream()
                .map(AgedRows::adopted)
                .toList();
    }

    private Decision<T> decide(@Nullable T stored, T incoming, Instant changedAt) {
        if (stored == null) {
            return Decision.write(incoming);
        }
        if (asGiven.apply(stored).equals(incoming)) {
            return Decision.keep();
        }
        Instant storedAt = Objects.requireNonNullElse(updatedAt.apply(stored), Instant.MAX);
        return changedAt.isAfter(storedAt) ? Decision.write(incoming) : Decision.stale();
    }

    /** What became of a row. One whose place another row has lost it: that one stays. */
    static Adopted adopted(Written<?> written) {
        if (written.outcome() != Outcome.REJECTED) {
            return Adopted.as(written.outcome());
        }
        boolean isTaken = written.refusal() instanceof Refusal.ByConstraint refusal
                && refusal.violation().kind() == ConstraintViolation.Kind.UNIQUE;
        return Adopted.refused(isTaken ? Reason.OLDER : Reason.INVALID_VALUE);
    }
}
