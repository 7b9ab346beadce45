package dev.onerow.ledger.domain;

/** The kinds of account. The kind decides how money moving is seen ({@link Flow}) and how balances are worked out. */
public enum AccountType {
    /** A current account. */
    DEPOSIT,
    /** A savings account. */
    SAVINGS,
    /** A credit card: its balance is what is owed, as a negative amount. */
    CREDIT_CARD,
    /** A loan: its balance is what is owed, as a negative amount. */
    LOAN,
    /** An account for securities. */
    BROKERAGE,
    /** Cash or an electronic purse. */
    WALLET,
    /** A gateway that money only passes through: its balance is always 0. */
    PAYMENT_GATE;

    /** The word that is stored and sent. */
    public String word() {
        return Spelling.word(this);
    }

    /** Whether money stays in it: the balance of a gateway is always 0. */
    public boolean hasBalance() {
        return this != PAYMENT_GATE;
    }

    /** Whether row balances that the file does not state are worked out, and so say nothing about identity. */
    public boolean worksOutBalances() {
        return this == CREDIT_CARD || this == LOAN || this == PAYMENT_GATE;
    }
}
