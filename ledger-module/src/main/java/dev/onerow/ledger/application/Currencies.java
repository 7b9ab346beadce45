package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** The currencies in which transactions are shown: those of their accounts, read at once for a page. Thread-safe. */
@Singleton
public final class Currencies {
    private final Accounts accounts;
    private final Transactions transactions;

    Currencies(Accounts accounts, Transactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /**
     * Rows with transactions in them, and the currencies of those.
     *
     * @param rows in the order in which they were read
     */
    public record Priced<R>(List<R> rows, Map<AccountId, CurrencyCode> currencies) {
        /** Copies the collections. */
        public Priced {
            rows = List.copyOf(rows);
            currencies = Map.copyOf(currencies);
        }

        /** The currency of one of these transactions. */
        public CurrencyCode of(Stored<Booking> booking) {
            return Objects.requireNonNull(currencies.get(booking.value().entry().account()));
        }
    }

    /**
     * Reads rows and the currencies as of one moment: an account can go between two reads, with all it has.
     *
     * @param booking the transaction in a row
     */
    public <R> Priced<R> along(Supplier<List<R>> reading, Function<R, Stored<Booking>> booking) {
        return transactions.read(() -> {
            List<R> rows = reading.get();
            Map<AccountId, CurrencyCode> currencies = new HashMap<>();
            accounts.findAll(rows.stream()
                            .map(row -> booking.apply(row).value().entry().account())
                            .distinct()
                            .toList())
                    .forEach(stored ->
                            currencies.put(stored.value().id(), stored.value().currency()));
            return new Priced<>(rows, currencies);
        });
    }
}
