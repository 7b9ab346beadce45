package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.account.Accounts.Contents;
import dev.onerow.ledger.domain.account.SavingAnAccount;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Saves and deletes accounts. */
@Singleton
public final class SaveAccount {
    private static final int MOST_LISTED = 100;

    private final Accounts accounts;
    private final Transactions transactions;

    SaveAccount(Accounts accounts, Transactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /**
     * Saves an account. Idempotent. When its type changes, the flow of its transactions follows.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when the condition fails or the currency is in use
     */
    public Saved<Account> save(Account account, Condition condition) {
        return transactions.write(() -> {
            Optional<Stored<Account>> before = accounts.lock(account.id());
            boolean hasTransactions = before.isPresent() && accounts.hasTransactions(account.id());
            Saved<Account> saved = accounts.save(account, new SavingAnAccount(condition, hasTransactions));
            if (hasTransactions && before.get().value().type() != account.type()) {
                accounts.recomputeFlows(account.id());
            }
            return saved;
        });
    }

    /**
     * Deletes an account with all that is of it, unless one of its transactions is locked.
     *
     * @param isDryRun tells what would go, and deletes nothing
     * @throws dev.onerow.ledger.domain.RefusedException when there is none, the condition fails, or one is locked
     */
    public Contents delete(AccountId id, Condition condition, boolean isDryRun) {
        return Rehearsal.run(transactions, isDryRun, () -> {
            Stored<Account> held =
                    accounts.lock(id).orElseThrow(() -> unknown(id).asException());
            if (!condition.permits(held.version())) {
                throw Refusal.preconditionFailed(held).asException();
            }
            List<TransactionId> locked = accounts.lockedTransactions(id, MOST_LISTED);
            if (!locked.isEmpty()) {
                throw locked(locked).asException();
            }
            transactions.planAfresh();
            Contents contents = accounts.contents(id);
            accounts.delete(id);
            return contents;
        });
    }

    static Refusal unknown(AccountId id) {
        return Refusal.of(Reason.UNKNOWN_ACCOUNT, "No account " + id.value() + ".")
                .with("account_id", id.value());
    }

    static Refusal locked(List<TransactionId> locked) {
        return Refusal.of(Reason.LOCKED_TRANSACTIONS, "Transactions that would go are locked; nothing was removed.")
                .with(
                        "transaction_ids",
                        locked.stream().map(TransactionId::value).toList());
    }
}
