package dev.onerow.ledger.domain.booking;

import dev.onerow.ledger.domain.Spelling;

/** Where a transaction came from. */
public enum Origin {
    /** A file. */
    IMPORT,
    /** A person. */
    MANUAL;

    /** The word that is stored and sent. */
    public String word() {
        return Spelling.word(this);
    }
}
