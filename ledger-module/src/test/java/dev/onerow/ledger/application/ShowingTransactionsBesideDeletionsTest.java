package dev.onerow.ledger.application;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.application.Currencies.Priced;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.booking.EntryDraft;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** An account may go, with its transactions, while these are read to be shown. */
@OnBothDatabases
class ShowingTransactionsBesideDeletionsTest {
    private static final AccountId ACCOUNT = new AccountId("giro");
    private static final TransactionId TRANSACTION = new TransactionId("t-1");
    private static final CurrencyCode YEN = new CurrencyCode("JPY");

    private final TestDatabase database;

    ShowingTransactionsBesideDeletionsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void showsThemAsTheyWereWhenTheyWereRead() {
        saveAnAccountWithATransaction();
        Bookings bookings = database.bean(Bookings.class);
        Accounts gone = Overtaken.before(
                Accounts.class,
                database.bean(Accounts.class),
                "findAll",
                () -> runAsync(() -> database.sql("DELETE FROM accounts")).join());

        Priced<Stored<Booking>> shown = new Currencies(gone, database.bean(Transactions.class))
                .along(() -> bookings.findAll(List.of(TRANSACTION)), Function.identity());

        assertThat(shown.rows())
                .singleElement()
                .satisfies(row -> assertThat(shown.of(row)).isEqualTo(YEN));
        assertThat(bookings.find(TRANSACTION)).isEmpty();
    }

    private void saveAnAccountWithATransaction() {
        Account account =
                new Account(ACCOUNT, "N", "B", AccountType.DEPOSIT, YEN, 0, null, null, true, null, null, "{}");
        database.bean(SaveAccount.class).save(account, Condition.NONE);
        LocalDate day = LocalDate.of(2026, 3, 1);
        EntryDraft draft = new EntryDraft(
                TRANSACTION, ACCOUNT, day, LocalTime.MIDNIGHT, "-1", "M", null, null, false, null, false);
        database.bean(SaveTransactions.class).save(List.of(draft), Condition.NONE);
    }
}
