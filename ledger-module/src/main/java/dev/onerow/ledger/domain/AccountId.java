package dev.onerow.ledger.domain;

/**
 * Names an account.
 *
 * @param value a key as in {@link KeyForm}, chosen by the caller
 */
public record AccountId(String value) {

    /** Refuses what is no key. */
    public AccountId {
        KeyForm.require(value);
    }
}
