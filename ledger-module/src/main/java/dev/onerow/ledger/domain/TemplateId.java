package dev.onerow.ledger.domain;

/**
 * Names a category template.
 *
 * @param value a key as in {@link KeyForm}, chosen by the caller
 */
public record TemplateId(String value) {

    /** Refuses what is no key. */
    public TemplateId {
        KeyForm.require(value);
    }
}
