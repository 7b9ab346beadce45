package dev.onerow.ledger.domain;

/**
 * Names one import of one file into one account.
 *
 * @param value a key as in {@link KeyForm}, made at import
 */
public record BatchId(String value) {

    /** Refuses what is no key. */
    public BatchId {
        KeyForm.require(value);
    }
}
