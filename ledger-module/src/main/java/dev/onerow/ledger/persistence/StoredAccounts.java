package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.Verdict;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.account.Balance;
import dev.onerow.persistence.Changes;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts in the table {@code accounts}. */
@Singleton
final class StoredAccounts implements Accounts {
    private final Store<AccountRow> store;
    private final AccountReads reads;
    private final TransactionMaintenance maintenance;
    private final Clock clock;

    StoredAccounts(Stores stores, AccountReads reads, TransactionMaintenance maintenance, Clock clock) {
        this.store = stores.of(AccountRow.class).quarantining();
        this.reads = reads;
        this.maintenance = maintenance;
        this.clock = clock;
    }

    @Override
    public Optional<Stored<Account>> find(AccountId id) {
        return reads.findById(id.value()).map(AccountRow::stored);
    }

    @Override
    public List<Stored<Account>> findAll(Collection<AccountId> ids) {
        List<Stored<Account>> found = new ArrayList<>();
        for (List<String> some :
                Writes.chunks(ids.stream().map(AccountId::value).distinct().toList())) {
            reads.findByIdIn(some).forEach(row -> found.add(row.stored()));
        }
        return found;
    }

    @Override
    public List<Stored<Account>> page(@Nullable String afterId, int limit) {
        return reads.page(Objects.requireNonNullElse(afterId, ""), limit).stream()
                .map(AccountRow::stored)
                .toList();
    }

    @Override
    public List<Stored<Account>> all() {
        return reads.findAll().stream().map(AccountRow::stored).toList();
    }

    @Override
    public Optional<Stored<Account>> lock(AccountId id) {
        return Writes.lock(store, reads.findById(id.value())).map(AccountRow::stored);
    }

    @Override
    public Saved<Account> save(Account account, Verdict.Rule<Account> rule) {
        return Writes.save(store, account, rule, AccountRow::stored, AccountRow::of);
    }

    @Override
    public void tellNumber(AccountId id, String hash, String last4) {
        store.patch(Key.of(id.value()), Changes.of("accountNumberHash", hash).set("last4", last4));
    }

    @Override
    public void forgetNumber(AccountId id) {
        store.patch(Key.of(id.value()), Changes.of("accountNumberHash", null).set("last4", null));
    }

    @Override
    public boolean hasTransactions(AccountId id) {
        return reads.anyTransaction(id.value()) > 0;
    }

    @Override
    public void recomputeFlows(AccountId id) {
        maintenance.recomputeFlows(id.value(), clock.instant());
    }

    @Override
    public Map<AccountId, Balance> balances(Collection<Account> accounts) {
        Map<AccountId, AmountAsOf> stated = new HashMap<>();
        Map<AccountId, AmountAsOf> sums = new HashMap<>();
        List<String> ids =
                accounts.stream().map(account -> account.id().value()).toList();
        Writes.chunks(ids)
                .forEach(some -> reads.statedBalances(some)
                        .forEach(amount -> stated.put(new AccountId(amount.accountId()), amount)));
        List<String> others = ids.stream()
                .filter(id -> !stated.containsKey(new AccountId(id)))
                .toList();
        Writes.chunks(others)
                .forEach(some ->
                        reads.sums(some).forEach(amount -> sums.put(new AccountId(amount.accountId()), amount)));
        Map<AccountId, Balance> balances = new HashMap<>();
        accounts.forEach(account ->
                balances.put(account.id(), balance(account, stated.get(account.id()), sums.get(account.id()))));
        return balances;
    }

    @Override
    public Contents contents(AccountId id) {
        ContentCounts counts = reads.contents(id.value());
        return new Contents(
                counts.importBatches(),
                counts.rawTransactions(),
                counts.transactions(),
                counts.mappings(),
                counts.manualMappings());
    }

    @Override
    public List<TransactionId> lockedTransactions(AccountId id, int limit) {
        return reads.locked(id.value(), limit).stream().map(TransactionId::new).toList();
    }

    @Override
    public void delete(AccountId id) {
        store.delete(Key.of(id.value()));
    }

    private static Balance balance(Account account, @Nullable AmountAsOf stated, @Nullable AmountAsOf sum) {
        if (stated != null) {
            return new Balance(account.type().hasBalance() ? stated.amount() : 0, stated.asOf());
        }
        return sum == null
                ? new Balance(account.balanceAfter(0), null)
                : new Balance(account.balanceAfter(sum.amount()), sum.asOf());
    }
}
