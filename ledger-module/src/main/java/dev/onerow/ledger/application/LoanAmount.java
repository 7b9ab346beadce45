package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.persistence.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What a loan was taken for: {@code metadata.loan_amount}, a decimal string or a JSON number, which is exact too. */
final class LoanAmount {
    private LoanAmount() {}

    /** The amount in minor units. */
    static Optional<Long> of(Account account) {
        Object amount =
                Json.parse(account.metadata()).tree() instanceof Map<?, ?> members ? members.get("loan_amount") : null;
        if (amount instanceof BigDecimal number) {
            return Money.of(number, account.currency())
                    .either(money -> Optional.of(money.minorUnits()), no -> Optional.empty());
        }
        return amount instanceof String text
                ? Money.read(text, account.currency())
                        .either(money -> Optional.of(money.minorUnits()), no -> Optional.empty())
                : Optional.empty();
    }
}
