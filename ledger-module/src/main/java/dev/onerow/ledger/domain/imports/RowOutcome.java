package dev.onerow.ledger.domain.imports;

import dev.onerow.ledger.domain.Spelling;

/** What became of a record of a file. */
public enum RowOutcome {
    /** It made a transaction. */
    CREATED,
    /** An import vouches for its transaction already. */
    ALREADY_PRESENT,
    /** It is a transaction that somebody entered by hand. */
    MATCHED,
    /** It says nothing that could be a transaction. */
    REJECTED;

    /** The word that is stored and sent. */
    public String word() {
        return Spelling.word(this);
    }
}
