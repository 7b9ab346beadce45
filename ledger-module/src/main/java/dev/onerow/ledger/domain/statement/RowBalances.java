package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.AccountType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The balance after each row of a file. What a row states holds; for cards and loans the others are worked out from
 * what is known beside them, and nothing is ever adjusted to fit.
 */
public final class RowBalances {
    private final AccountType account;
    private final @Nullable StatedBalance statement;
    private final @Nullable Long loanBefore;

    /**
     * Works balances out.
     *
     * @param account the type of the account
     * @param statement the balance that the statement states for the account as a whole
     * @param loanBefore a loan's balance before the oldest row: what the ledger knows, else minus the loan amount
     */
    public RowBalances(AccountType account, @Nullable StatedBalance statement, @Nullable Long loanBefore) {
        this.account = account;
        this.statement = statement;
        this.loanBefore = loanBefore;
    }

    /**
     * The balances of rows.
     *
     * @param entries what the rows say, in file order
     * @param order in which direction the file runs
     * @return one for each row, in file order; null where nothing tells
     */
    public List<@Nullable Long> of(List<StatementEntry> entries, RowOrder order) {
        // Two rows may say the same and still have different balances.
        IdentityHashMap<StatementEntry, Long> balances = new IdentityHashMap<>();
        List<StatementEntry> recentFirst = order.mostRecentFirst(entries, entry -> entry);
        switch (account) {
            case CREDIT_CARD -> backwards(recentFirst, balances);
            case LOAN -> forwards(recentFirst, balances);
            case PAYMENT_GATE -> entries.forEach(entry -> balances.put(entry, 0L));
            case DEPOSIT, SAVINGS, BROKERAGE, WALLET -> entries.forEach(entry -> put(balances, entry, entry.balance()));
        }
        List<@Nullable Long> inFileOrder = new ArrayList<>(entries.size());
        entries.forEach(entry -> inFileOrder.add(balances.get(entry)));
        return inFileOrder;
    }

    private void backwards(List<StatementEntry> recentFirst, IdentityHashMap<StatementEntry, Long> balances) {
        Long running = statement == null ? null : statement.amount();
        for (StatementEntry entry : recentFirst) {
            Long balance = entry.balance() != null ? entry.balance() : running;
            put(balances, entry, balance);
            running = balance == null ? null : balance - entry.amount();
        }
    }

    private void forwards(List<StatementEntry> recentFirst, IdentityHashMap<StatementEntry, Long> balances) {
        List<StatementEntry> oldestFirst = new ArrayList<>(recentFirst);
        Collections.reverse(oldestFirst);
        Long running = loanBefore;
        for (StatementEntry entry : oldestFirst) {
            Long principal = entry.principal();
            long paidOff = principal == null ? Math.abs(entry.amount()) : principal;
            Long worked = running == null ? null : running + paidOff;
            running = entry.balance() != null ? entry.balance() : worked;
            put(balances, entry, running);
        }
    }

    private static void put(
            IdentityHashMap<StatementEntry, Long> balances, StatementEntry entry, @Nullable Long balance) {
        if (balance != null) {
            balances.put(entry, balance);
        }
    }
}
