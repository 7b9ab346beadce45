package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.Verdict;
import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Between the rules of the domain and the kernel's decided writes: the one place where they are translated. */
final class Writes {
    /** How many rows one statement is about at most. */
    static final int AT_ONCE = 1_000;

    private Writes() {}

    /** A rule of the domain as the kernel asks it. */
    static <R, T> Decider<R> decider(Verdict.Rule<T> rule, Function<R, Stored<T>> stored, Function<T, R> row) {
        return (before, incoming) -> rule.decide(
                        before == null ? null : stored.apply(before),
                        stored.apply(incoming).value())
                .either(value -> Decision.write(row.apply(value)), Decision::keep, Decision::refuse);
    }

    /** Holds a row that was seen until the transaction ends, and answers how it is then: none when it has gone. */
    static <R> Optional<R> lock(Store<R> store, Optional<R> seen) {
        // To write what is there holds the row and changes nothing.
        return seen.map(row -> store.decide(
                        row, (stored, incoming) -> stored == null ? Decision.refuse("gone") : Decision.write(stored)))
                .flatMap(held -> Optional.ofNullable(held.stored()));
    }

    /** Saves one thing, or throws why not. */
    static <R, T> Saved<T> save(
            Store<R> store, T value, Verdict.Rule<T> rule, Function<R, Stored<T>> stored, Function<T, R> row) {
        Written<R> written = store.decide(row.apply(value), decider(rule, stored, row));
        if (written.outcome() == Outcome.REJECTED) {
            throw refusal(written).asException();
        }
        return saved(written, stored);
    }

    /** What became of a row that was not refused. */
    static <R, T> Saved<T> saved(Written<R> written, Function<R, Stored<T>> stored) {
        return new Saved<>(
                switch (written.outcome()) {
                    case INSERTED -> Saved.Change.INSERTED;
                    case UPDATED -> Saved.Change.UPDATED;
                    case UNCHANGED -> Saved.Change.UNCHANGED;
                    case FOLDED -> Saved.Change.FOLDED;
                    case STALE, REJECTED -> throw new IllegalStateException("Not saved: " + written.outcome());
                },
                stored.apply(written.row()));
    }

    /** Why a row was refused. */
    static Refusal refusal(Written<?> written) {
        Object reason = written.refusal() == null ? null : written.refusal().reason();
        if (reason instanceof Refusal refusal) {
            return refusal;
        }
        return written.refusal() instanceof dev.onerow.persistence.Refusal.ByValue value
                ? Refusal.invalid("/" + value.column(), "not-storable", "The value " + value.problem() + ".")
                : Refusal.invalid("", "not-storable", "Something it refers to is not there, or its key is taken.");
    }

    /** Some values at a time, so that no statement grows without bound. */
    static <T> List<List<T>> chunks(Collection<T> values) {
        List<T> all = new ArrayList<>(values);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            chunks.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return chunks;
    }
}
