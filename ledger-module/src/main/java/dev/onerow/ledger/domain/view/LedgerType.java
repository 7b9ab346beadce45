package dev.onerow.ledger.domain.view;

import dev.onerow.ledger.domain.Spelling;

/** What a ledger is for. A label: it changes nothing. */
public enum LedgerType {
    /** Everyday finances. */
    CORE,
    /** A way of living. */
    LIFESTYLE,
    /** Investments. */
    INVESTMENT,
    /** A journey. */
    TRAVEL,
    /** Anything else. */
    CUSTOM;

    /** The word that is stored and sent. */
    public String word() {
        return Spelling.word(this);
    }
}
