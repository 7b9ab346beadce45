package dev.onerow.ledger.application;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onerow.ledger.application.Categorise.Counts;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.RefusedException;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.booking.EntryDraft;
import dev.onerow.ledger.domain.category.Mappings;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transaction may go between the look at it and the write of its category; on SQLite nobody else writes then. */
@OnDatabase(DatabaseKind.POSTGRESQL)
class CategorisingBesideDeletionsTest {
    private static final AccountId ACCOUNT = new AccountId("giro");
    private static final LedgerId LEDGER = new LedgerId("main");
    private static final TransactionId STAYS = new TransactionId("stays");
    private static final TransactionId GOES = new TransactionId("goes");

    private final TestDatabase database;

    CategorisingBesideDeletionsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void twoTransactionsThatARuleCatches() {
        List.of("ledgers", "defaults", "accounts", "category_rules", "categories", "category_templates")
                .forEach(table -> database.sql("DELETE FROM " + table));
        String kept = "1, TIMESTAMPTZ '2026-01-01T00:00:00Z', TIMESTAMPTZ '2026-01-01T00:00:00Z')";
        database.run(List.of(
                "INSERT INTO category_templates (id, name, is_system, content_hash, version, created_at, updated_at)"
                        + " VALUES ('home', 'Home', false, 'h', " + kept,
                "INSERT INTO categories (id, template_id, name, position, version, created_at, updated_at)"
                        + " VALUES ('food', 'home', 'Food', 0, " + kept,
                "INSERT INTO category_rules (id, template_id, category_id, name, version, created_at, updated_at)"
                        + " VALUES ('all', 'home', 'food', 'All', " + kept,
                "INSERT INTO ledgers (id, name, category_template_id, version, created_at, updated_at)"
                        + " VALUES ('main', 'Main', 'home', " + kept));
        database.bean(SaveAccount.class)
                .save(
                        new Account(
                                ACCOUNT,
                                "N",
                                "B",
                                AccountType.DEPOSIT,
                                new CurrencyCode("EUR"),
                                0,
                                null,
                                null,
                                true,
                                null,
                                null,
                                "{}"),
                        Condition.NONE);
        database.bean(SaveTransactions.class).save(List.of(draft(STAYS), draft(GOES)), Condition.NONE);
    }

    @Test
    void leavesOutWhatHasGone() {
        Categorise categorise = new Categorise(
                database.bean(Ledgers.class),
                deletingBeforeTheWrite(),
                database.bean(Rulebooks.class),
                database.bean(LedgerScopes.class),
                database.bean(Transactions.class),
                database.bean(Today.class));

        Counts counts = categorise.run(LEDGER, false);

        assertThat(counts).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(database.query("SELECT transaction_id FROM transaction_category_mappings"))
                .extracting(row -> row.get("transaction_id"))
                .containsExactly("stays");
    }

    @Test
    void saysThatATransactionHasGoneWhenAPersonChoosesItsCategory() {
        AssignCategory assign = new AssignCategory(
                database.bean(Ledgers.class),
                database.bean(Bookings.class),
                database.bean(Templates.class),
                deletingBeforeTheWrite(),
                database.bean(Transactions.class),
                database.bean(Today.class));

        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> assign.assign(LEDGER, GOES, new CategoryId("food"), List.of(), Condition.NONE));

        assertThat(refused.refusal().reason()).isEqualTo(Reason.UNKNOWN_TRANSACTION);
    }

    private Mappings deletingBeforeTheWrite() {
        SaveTransactions others = database.bean(SaveTransactions.class);
        return Overtaken.before(
                Mappings.class,
                database.bean(Mappings.class),
                "saveAll",
                () -> runAsync(() -> others.delete(GOES, Condition.NONE)).join());
    }

    private static EntryDraft draft(TransactionId id) {
        LocalDate day = LocalDate.of(2026, 3, 1);
        return new EntryDraft(id, ACCOUNT, day, LocalTime.MIDNIGHT, "-1", "M", null, null, false, null, false);
    }
}
