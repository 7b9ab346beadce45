package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.Spelling;

/** What a column of a CSV file can stand for. */
public enum CsvColumn {
    /** The booking date. */
    DATE,
    /** The booking time. */
    TIME,
    /** The amount. */
    AMOUNT,
    /** Money out, in a column of its own. */
    DEBIT,
    /** Money in, in a column of its own. */
    CREDIT,
    /** A word that says which way the amount goes. */
    DIRECTION,
    /** The other party. */
    MERCHANT,
    /** Whatever else the bank says. */
    NOTES,
    /** The balance after the row. */
    BALANCE,
    /** The bank's or gateway's identifier. */
    EXTERNAL_ID,
    /** The currency of the row. */
    CURRENCY,
    /** A word that says whether it happened. */
    STATUS,
    /** The part of a loan payment that pays the loan off. */
    PRINCIPAL;

    /** The word that is stored and sent. */
    public String word() {
        return Spelling.word(this);
    }
}
