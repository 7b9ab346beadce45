package dev.onerow.registry.application;

import dev.onerow.registry.domain.Refusal;

/** Carries a refusal out of a transaction, so that the transaction is rolled back. Never leaves this package. */
final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal why;

    Undone(Refusal why) {
        super(why.toString(), null, false, false);
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
