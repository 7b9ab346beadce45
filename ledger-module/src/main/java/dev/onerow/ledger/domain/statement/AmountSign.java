package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.Spelling;

/** How a CSV file says which way money goes. */
public enum AmountSign {
    /** Money in is positive. */
    AS_IS,
    /** Money in is negative. */
    INVERTED,
    /** Money out and money in stand in columns of their own. */
    DEBIT_CREDIT,
    /** A word in a column of its own says it. */
    DIRECTION;

    /** The word that is stored and sent. */
    public String word() {
        return Spelling.word(this);
    }
}
