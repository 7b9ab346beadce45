package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money only passes through a payment gate. */
@OnBothDatabases
class BalancesOfPaymentGatesTest {
    private final Service service;

    BalancesOfPaymentGatesTest(TestDatabase database) {
        this.service = new Service(database);
    }

    @BeforeEach
    void aGateBesideAnAccount() {
        service.empty();
        service.account("gate", "payment_gate");
        service.account("giro", "deposit");
        service.transaction("gate", "passing", "2026-03-01", "-1.00", "Shop");
        service.transaction("giro", "paid", "2026-03-01", "-2.00", "Shop");
        service.saved("/ledgers/all", "{'name':'All'}");
    }

    @Test
    void areZeroForTheAccountAndInEveryLedger() {
        Answer account = service.get("/accounts/gate");
        Answer balances = service.get("/ledgers/all/balances?as_of=2026-03-31");

        assertThat(account.texts("balance", "balance_as_of")).isEqualTo("0.00 2026-03-01");
        assertThat(balances.each("accounts", "balance")).containsExactly("0.00", "-2.00");
        assertThat(balances.each("totals", "balance")).containsExactly("-2.00");
    }

    @Test
    void areZeroWhateverAStatementSays() {
        service.importOfx(
                "gate",
                Ofx.file()
                        .row("2026-03-02", "-5", "A")
                        .balance("-5", "2026-03-02")
                        .text());

        assertThat(service.get("/accounts/gate").texts("balance", "balance_as_of"))
                .isEqualTo("0.00 2026-03-02");
        assertThat(service.get("/ledgers/all/balances?as_of=2026-03-31").each("accounts", "balance"))
                .containsExactly("0.00", "-2.00");
    }
}
