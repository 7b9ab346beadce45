package dev.onerow.ledger.domain;

/**
 * Names a rule of a template.
 *
 * @param value a key as in {@link KeyForm}, chosen by the caller
 */
public record RuleId(String value) {

    /** Refuses what is no key. */
    public RuleId {
        KeyForm.require(value);
    }
}
