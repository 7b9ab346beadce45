package dev.onerow.ledger.domain.account;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored accounts. */
public interface Accounts {

    /** The account of an id. */
    Optional<Stored<Account>> find(AccountId id);

    /** The accounts of some ids; those that are not there are left out. */
    List<Stored<Account>> findAll(Collection<AccountId> ids);

    /** Accounts in the order of their ids, behind one of them. */
    List<Stored<Account>> page(@Nullable String afterId, int limit);

    /** All accounts. */
    List<Stored<Account>> all();

    /** The account, held until the transaction ends: imports and bookings of one account go one after another. */
    Optional<Stored<Account>> lock(AccountId id);

    /**
     * Saves an account.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when the rule refuses
     */
    Saved<Account> save(Account account, Verdict.Rule<Account> rule);

    /** Tells the account the number that a statement has for it. */
    void tellNumber(AccountId id, String hash, String last4);

    /** Takes the number away that a statement has told, so that the next one tells it. */
    void forgetNumber(AccountId id);

    /** Whether the account has transactions. */
    boolean hasTransactions(AccountId id);

    /** Makes the flow of every transaction of the account follow from the account's type. */
    void recomputeFlows(AccountId id);

    /** The balances of some accounts. */
    Map<AccountId, Balance> balances(Collection<Account> accounts);

    /** What goes with an account. */
    Contents contents(AccountId id);

    /** Locked transactions of the account, at most so many. */
    List<TransactionId> lockedTransactions(AccountId id, int limit);

    /** Deletes the account and all that is of it. */
    void delete(AccountId id);

    /**
     * What goes with something that is deleted.
     *
     * @param manualMappings how many of the mappings a person made
     */
    record Contents(long importBatches, long rawTransactions, long transactions, long mappings, long manualMappings) {}
}
