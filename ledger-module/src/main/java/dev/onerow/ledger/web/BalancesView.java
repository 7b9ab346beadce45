package dev.onerow.ledger.web;

import dev.onerow.ledger.application.ViewLedger;
import dev.onerow.ledger.domain.Money;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Balances as they are shown; null where the ledger does not track them. */
@Serdeable
record BalancesView(
        String asOf,
        @Nullable List<AccountBalanceView> accounts,
        @Nullable List<TotalView> totals) {

    /** The balance of one account. */
    @Serdeable
    record AccountBalanceView(String accountId, String currencyCode, String balance) {}

    /** The total in one currency. */
    @Serdeable
    record TotalView(String currencyCode, String balance) {}

    static BalancesView of(LocalDate asOf, @Nullable List<ViewLedger.AccountBalance> balances) {
        if (balances == null) {
            return new BalancesView(asOf.toString(), null, null);
        }
        return new BalancesView(
                asOf.toString(),
                balances.stream()
                        .map(each -> new AccountBalanceView(
                                each.account().value(),
                                each.currency().value(),
                                Money.decimal(each.amount(), each.currency())))
                        .toList(),
                ViewLedger.totals(balances).entrySet().stream()
                        .map(total ->
                                new TotalView(total.getKey().value(), Money.decimal(total.getValue(), total.getKey())))
                        .toList());
    }
}
