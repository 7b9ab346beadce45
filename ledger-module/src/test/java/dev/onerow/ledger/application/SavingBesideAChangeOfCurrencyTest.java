package dev.onerow.ledger.application;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onerow.ledger.application.SaveTransactions.Answer;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.RefusedException;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.booking.EntryDraft;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an amount means depends on the account, and another request may change that at any moment until it is held. */
@OnBothDatabases
class SavingBesideAChangeOfCurrencyTest {
    private final TestDatabase database;
    private final AccountId id = new AccountId(UUID.randomUUID().toString());

    SavingBesideAChangeOfCurrencyTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void takesAmountsInTheCurrencyThatTheAccountHasOnceItIsHeld() {
        give("EUR");
        // Whatever is known of the account before the transaction begins is outdated by then.
        Transactions overtaken = Overtaken.before(
                Transactions.class,
                database.bean(Transactions.class),
                "write",
                () -> runAsync(() -> give("JPY")).join());

        List<Answer> answers = saving(database.bean(Accounts.class), overtaken)
                .save(List.of(draft("12.40"), draft("1240")), Condition.NONE);

        assertThat(answers.get(0))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(
                                        refused.refusal().problems().get(0).code())
                                .isEqualTo("too-many-decimals"));
        assertThat(answers.get(1))
                .isInstanceOfSatisfying(
                        Answer.Done.class, done -> assertThat(done.currency()).isEqualTo(new CurrencyCode("JPY")));
        assertThat(amounts()).containsExactly(1240L);
    }

    @Test
    void keepsTheCurrencyOnceTheAccountIsHeld() {
        give("EUR");
        List<CompletableFuture<Void>> changes = new ArrayList<>();
        Accounts held = Overtaken.after(
                Accounts.class, database.bean(Accounts.class), "lock", () -> changes.add(runAsync(() -> give("JPY"))));

        List<Answer> answers =
                saving(held, database.bean(Transactions.class)).save(List.of(draft("12.40")), Condition.NONE);
        Throwable refused = catchThrowable(() -> changes.get(0).join());

        assertThat(answers).allMatch(answer -> answer instanceof Answer.Done);
        assertThat(refused).isInstanceOf(CompletionException.class);
        assertThat(refused.getCause())
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        why -> assertThat(why.refusal().reason()).isEqualTo(Reason.CURRENCY_IN_USE));
        assertThat(amounts()).containsExactly(1240L);
    }

    private SaveTransactions saving(Accounts accounts, Transactions transactions) {
        return new SaveTransactions(accounts, database.bean(Bookings.class), transactions);
    }

    private void give(String currency) {
        Account account = new Account(
                id, "N", "B", AccountType.DEPOSIT, new CurrencyCode(currency), 0, null, null, true, null, null, "{}");
        database.bean(SaveAccount.class).save(account, Condition.NONE);
    }

    private EntryDraft draft(String amount) {
        TransactionId transaction = new TransactionId(UUID.randomUUID().toString());
        LocalDate day = LocalDate.of(2026, 3, 1);
        return new EntryDraft(transaction, id, day, LocalTime.MIDNIGHT, amount, "M", null, null, false, null, false);
    }

    private List<@Nullable Object> amounts() {
        return database.query("SELECT amount FROM transactions WHERE account_id = ?", id.value()).stream()
                .map(row -> row.get("amount"))
                .toList();
    }
}
