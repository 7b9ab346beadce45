package dev.onerow.ledger.domain.account;

import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account may be saved: under the condition of the request, and in another currency only while it has no
 * transactions, whose amounts are in minor units of the old one.
 *
 * @param condition what the request asks of the stored version
 * @param hasTransactions whether the account has transactions
 */
public record SavingAnAccount(Condition condition, boolean hasTransactions) implements Verdict.Rule<Account> {

    @Override
    public Verdict<Account> decide(@Nullable Stored<Account> stored, Account incoming) {
        if (!condition.permits(stored == null ? null : (Long) stored.version())) {
            return new Verdict.Refuse<>(Refusal.preconditionFailed(stored));
        }
        boolean changesCurrency = stored != null && !stored.value().currency().equals(incoming.currency());
        return changesCurrency && hasTransactions
                ? new Verdict.Refuse<>(Refusal.of(
                        Reason.CURRENCY_IN_USE, "The account has transactions, whose currency cannot change."))
                : new Verdict.Write<>(incoming);
    }
}
