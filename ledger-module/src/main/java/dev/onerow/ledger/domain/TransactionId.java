package dev.onerow.ledger.domain;

/**
 * Names a transaction.
 *
 * @param value a key as in {@link KeyForm}, chosen by the caller or made at import
 */
public record TransactionId(String value) {

    /** Refuses what is no key. */
    public TransactionId {
        KeyForm.require(value);
    }
}
