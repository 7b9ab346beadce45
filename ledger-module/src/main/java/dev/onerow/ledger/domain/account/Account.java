package dev.onerow.ledger.domain.account;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.CurrencyCode;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param initialBalance in minor units, before the first transaction
 * @param creditLimit in minor units
 * @param interestRate a decimal string
 * @param externalIdsStable whether the bank's OFX keeps a row's identifier from export to export
 * @param accountNumberHash SHA-256 of the bank's number, told by the first import
 * @param last4 the last four characters of that number
 * @param metadata a JSON object
 */
public record Account(
        AccountId id,
        String name,
        String institution,
        AccountType type,
        CurrencyCode currency,
        long initialBalance,
        @Nullable Long creditLimit,
        @Nullable String interestRate,
        boolean externalIdsStable,
        @Nullable String accountNumberHash,
        @Nullable String last4,
        String metadata) {

    /** The balance after all transactions up to a day, given what they add up to. In minor units. */
    public long balanceAfter(long sum) {
        return type.hasBalance() ? initialBalance + sum : 0;
    }
}
