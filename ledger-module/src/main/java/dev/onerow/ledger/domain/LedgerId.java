package dev.onerow.ledger.domain;

/**
 * Names a ledger, which is a saved view over transactions.
 *
 * @param value a key as in {@link KeyForm}, chosen by the caller
 */
public record LedgerId(String value) {

    /** Refuses what is no key. */
    public LedgerId {
        KeyForm.require(value);
    }
}
