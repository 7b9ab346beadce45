package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.booking.Booking;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The currencies in which transactions are shown: those of their accounts, read at once for a page. */
final class Currencies {
    private final Accounts accounts;

    Currencies(Accounts accounts) {
        this.accounts = accounts;
    }

    OfAccounts of(List<Stored<Booking>> bookings) {
        Map<AccountId, CurrencyCode> found = new HashMap<>();
        accounts.findAll(bookings.stream()
                        .map(stored -> stored.value().entry().account())
                        .distinct()
                        .toList())
                .forEach(stored -> found.put(stored.value().id(), stored.value().currency()));
        return new OfAccounts(found);
    }

    /** The currencies of some accounts. */
    record OfAccounts(Map<AccountId, CurrencyCode> found) {
        CurrencyCode of(Stored<Booking> stored) {
            return Objects.requireNonNull(found.get(stored.value().entry().account()));
        }
    }
}
