package dev.onerow.ledger.domain;

/**
 * Names a category of a template.
 *
 * @param value a key as in {@link KeyForm}, chosen by the caller
 */
public record CategoryId(String value) {

    /** Refuses what is no key. */
    public CategoryId {
        KeyForm.require(value);
    }
}
