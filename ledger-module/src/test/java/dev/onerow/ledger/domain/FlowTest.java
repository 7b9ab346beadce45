package dev.onerow.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowTest {
    @ParameterizedTest
    @CsvSource({
        "DEPOSIT, -1, false, FLOW_OUT", "DEPOSIT, 1, false, FLOW_IN", "DEPOSIT, -1, true, NEUTRAL",
        "SAVINGS, -1, false, FLOW_OUT", "SAVINGS, 1, false, FLOW_IN", "SAVINGS, 1, true, NEUTRAL",
        "BROKERAGE, -1, false, FLOW_OUT", "BROKERAGE, 1, false, FLOW_IN", "BROKERAGE, -1, true, NEUTRAL",
        "WALLET, -1, false, FLOW_OUT", "WALLET, 1, false, FLOW_IN", "WALLET, 1, true, NEUTRAL",
        "CREDIT_CARD, -1, false, FLOW_OUT", "CREDIT_CARD, 1, false, NEUTRAL", "CREDIT_CARD, -1, true, FLOW_OUT",
        "CREDIT_CARD, 1, true, NEUTRAL", "LOAN, -1, false, FLOW_OUT", "LOAN, 1, false, NEUTRAL",
        "LOAN, -1, true, FLOW_OUT", "LOAN, 1, true, NEUTRAL", "PAYMENT_GATE, -1, false, NEUTRAL",
        "PAYMENT_GATE, 1, false, NEUTRAL", "PAYMENT_GATE, 1, true, NEUTRAL"
    })
    void isSeenFromTheAccountThatHoldsTheRow(AccountType account, long amount, boolean isNeutral, Flow flow) {
        assertThat(Flow.seenFrom(account, amount, isNeutral)).isEqualTo(flow);
    }

    @Test
    void hasOneWordInTwoSpellings() {
        assertThat(Spelling.find(Flow.class, "flowIn")).contains(Flow.FLOW_IN);
        assertThat(Spelling.find(Flow.class, "flow_in")).contains(Flow.FLOW_IN);
        assertThat(Spelling.find(AccountType.class, "creditCard")).contains(AccountType.CREDIT_CARD);
        assertThat(Spelling.find(AccountType.class, "CREDIT_CARD")).isEmpty();
        assertThat(AccountType.CREDIT_CARD.word()).isEqualTo("credit_card");
    }
}
