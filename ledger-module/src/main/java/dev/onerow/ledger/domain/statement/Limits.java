package dev.onerow.ledger.domain.statement;

/** Beyond these a file is no statement. */
final class Limits {
    /** Records of one file: decades of a busy account. */
    static final int ROWS = 50_000;

    /** Characters of one value. */
    static final int VALUE = 4_000;

    /** Characters of an identifier of the bank: what FITID may have, and what the index over it can hold. */
    static final int EXTERNAL_ID = 255;

    /** Columns of one CSV record. */
    static final int COLUMNS = 512;

    /** Elements inside each other in an OFX file. */
    static final int DEPTH = 64;

    private Limits() {}
}
