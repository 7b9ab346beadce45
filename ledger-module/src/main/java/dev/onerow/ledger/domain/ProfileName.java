package dev.onerow.ledger.domain;

/**
 * Names a CSV profile.
 *
 * @param value a key as in {@link KeyForm}, chosen by the caller
 */
public record ProfileName(String value) {

    /** Refuses what is no key. */
    public ProfileName {
        KeyForm.require(value);
    }
}
