package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.account.Balance;
import dev.onerow.persistence.Json;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as it is shown. */
@Serdeable
record AccountView(
        String id,
        String name,
        String institution,
        String type,
        String currencyCode,
        String initialBalance,
        @Nullable String creditLimit,
        @Nullable String interestRate,
        boolean externalIdsStable,
        @Nullable String accountNumberHash,
        @Nullable String last4,
        Json metadata,
        String balance,
        @Nullable String balanceAsOf,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static AccountView of(Stored<Account> stored, Balance balance) {
        Account account = stored.value();
        CurrencyCode currency = account.currency();
        return new AccountView(
                account.id().value(),
                account.name(),
                account.institution(),
                account.type().word(),
                currency.value(),
                Money.decimal(account.initialBalance(), currency),
                Inputs.shown(account.creditLimit(), currency),
                account.interestRate(),
                account.externalIdsStable(),
                account.accountNumberHash(),
                account.last4(),
                Json.parse(account.metadata()),
                Money.decimal(balance.amount(), currency),
                Inputs.shown(balance.asOf()),
                stored.version(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
