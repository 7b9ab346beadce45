package dev.onerow.ledger.domain;

/** Which way money moves, seen from the account that holds the transaction. */
public enum Flow {
    /** Money comes in. */
    FLOW_IN,
    /** Money goes out. */
    FLOW_OUT,
    /** Money only changes places. */
    NEUTRAL;

    /** The word that is stored and sent. */
    public String word() {
        return Spelling.word(this);
    }

    /**
     * The flow of an amount.
     *
     * @param amount positive for money in, negative for money out; never 0
     * @param isNeutral whether the source flags it as a mere movement
     */
    public static Flow seenFrom(AccountType account, long amount, boolean isNeutral) {
        return switch (account) {
            case CREDIT_CARD, LOAN -> amount < 0 ? FLOW_OUT : NEUTRAL;
            case PAYMENT_GATE -> NEUTRAL;
            case DEPOSIT, SAVINGS, BROKERAGE, WALLET -> isNeutral ? NEUTRAL : amount < 0 ? FLOW_OUT : FLOW_IN;
        };
    }
}
