package dev.onerow.ledger.application;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.RefusedException;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.Mappings;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.LedgerRules;
import dev.onerow.ledger.domain.view.LedgerType;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody may delete the template that a ledger is about to use: one of the two is refused, and says why. */
@OnBothDatabases
class SavingALedgerBesideItsTemplateTest {
    private static final TemplateId TEMPLATE = new TemplateId("home");

    private final TestDatabase database;

    SavingALedgerBesideItsTemplateTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aTemplate() {
        List.of("ledgers", "defaults", "category_templates").forEach(table -> database.sql("DELETE FROM " + table));
        boolean isSqlite = database.kind() == DatabaseKind.SQLITE;
        String now = isSqlite ? "'2026-01-01T00:00:00.000000Z'" : "TIMESTAMPTZ '2026-01-01T00:00:00Z'";
        database.sql(
                "INSERT INTO category_templates (id, name, is_system, content_hash, version, created_at, updated_at)"
                        + " VALUES ('home', 'Home', " + (isSqlite ? "0" : "false") + ", 'h', 1, " + now + ", " + now
                        + ")");
    }

    @Test
    void keepsTheTemplateOnceItIsHeld() {
        List<CompletableFuture<Void>> deletions = new ArrayList<>();
        Templates held = Overtaken.after(
                Templates.class, database.bean(Templates.class), "lock", () -> deletions.add(runAsync(this::delete)));

        saving(held, database.bean(Transactions.class)).save(ledger(), null, Condition.NONE);
        Throwable refused = catchThrowable(() -> deletions.get(0).join());

        assertThat(refused.getCause())
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        why -> assertThat(why.refusal().reason()).isEqualTo(Reason.TEMPLATE_IN_USE));
        assertThat(database.count("ledgers")).isEqualTo(1);
    }

    @Test
    void saysThatTheTemplateHasGone() {
        Transactions overtaken = Overtaken.before(
                Transactions.class,
                database.bean(Transactions.class),
                "write",
                () -> runAsync(this::delete).join());

        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> saving(database.bean(Templates.class), overtaken).save(ledger(), null, Condition.NONE));

        assertThat(refused.refusal().problems().get(0).pointer()).isEqualTo("/category_template_id");
    }

    private SaveLedger saving(Templates templates, Transactions transactions) {
        return new SaveLedger(database.bean(Ledgers.class), database.bean(Mappings.class), templates, transactions);
    }

    private static Ledger ledger() {
        return new Ledger(new LedgerId("main"), "Main", LedgerType.CUSTOM, TEMPLATE, LedgerRules.everything(), true);
    }

    private void delete() {
        database.bean(SaveTemplate.class).delete(TEMPLATE, Condition.NONE);
    }
}
