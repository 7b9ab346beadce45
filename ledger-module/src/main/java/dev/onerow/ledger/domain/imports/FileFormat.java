package dev.onerow.ledger.domain.imports;

import dev.onerow.ledger.domain.Spelling;

/** The formats of files. */
public enum FileFormat {
    /** OFX and QFX of both generations. */
    OFX,
    /** CSV, read by a profile. */
    CSV;

    /** The word that is stored and sent. */
    public String word() {
        return Spelling.word(this);
    }
}
