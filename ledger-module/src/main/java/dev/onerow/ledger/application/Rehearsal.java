package dev.onerow.ledger.application;

import dev.onerow.persistence.Transactions;
import java.util.function.Supplier;

/** Runs work by the same code whether it is meant or only tried: what is tried is rolled back, and its answer kept. */
final class Rehearsal {
    private Rehearsal() {}

    @SuppressWarnings("unchecked") // What is thrown here carries what the same call made.
    static <T> T run(Transactions transactions, boolean isDryRun, Supplier<T> work) {
        if (!isDryRun) {
            return transactions.write(work);
        }
        try {
            return transactions.write(() -> {
                throw new Rehearsed(work.get());
            });
        } catch (Rehearsed rehearsed) {
            return (T) rehearsed.answer;
        }
    }

    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Object answer;

        Rehearsed(Object answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }
}
