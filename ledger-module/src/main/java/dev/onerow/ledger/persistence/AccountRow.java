package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account. */
@MappedEntity("accounts")
@KeyedTable(conflictsOn = "id")
record AccountRow(
        @Id String id,
        String name,
        String institution,
        String type,
        String currencyCode,
        long initialBalance,
        @Nullable Long creditLimit,
        @Nullable String interestRate,
        boolean externalIdsStable,
        @OnConflict(MergeRule.KEEP) @Nullable String accountNumberHash,
        @OnConflict(MergeRule.KEEP) @Nullable String last4,
        Json metadata,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static AccountRow of(Account account) {
        return new AccountRow(
                account.id().value(),
                account.name(),
                account.institution(),
                account.type().word(),
                account.currency().value(),
                account.initialBalance(),
                account.creditLimit(),
                account.interestRate(),
                account.externalIdsStable(),
                account.accountNumberHash(),
                account.last4(),
                Json.parse(account.metadata()),
                0,
                null,
                null);
    }

    Stored<Account> stored() {
        return Instants.stored(account(), version, createdAt, updatedAt);
    }

    private Account account() {
        return new Account(
                new AccountId(id),
                name,
                institution,
                Words.of(AccountType.class, type),
                new CurrencyCode(currencyCode),
                initialBalance,
                creditLimit,
                interestRate,
                externalIdsStable,
                accountNumberHash,
                last4,
                metadata.text());
    }
}
