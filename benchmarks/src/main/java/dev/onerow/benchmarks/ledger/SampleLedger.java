package dev.onerow.benchmarks.ledger;

import dev.onerow.benchmarks.Bench;
import dev.onerow.ledger.application.SaveAccount;
import dev.onerow.ledger.application.SaveLedger;
import dev.onerow.ledger.application.SaveTemplate;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.CategoryRule;
import dev.onerow.ledger.domain.category.Template;
import dev.onerow.ledger.domain.category.TemplateChange;
import dev.onerow.ledger.domain.category.TemplateChange.Placed;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.LedgerRules;
import dev.onerow.ledger.domain.view.LedgerType;
import dev.onerow.persistence.DatabaseKind;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** A ledger over all transactions with fifty rules, and an empty account to begin with. */
@Singleton
final class SampleLedger {
    static final int RULES = 50;
    static final LedgerId LEDGER = new LedgerId("all");

    private static final TemplateId TEMPLATE = new TemplateId("home");

    private final SaveAccount saveAccount;
    private final SaveTemplate saveTemplate;
    private final SaveLedger saveLedger;

    SampleLedger(SaveAccount saveAccount, SaveTemplate saveTemplate, SaveLedger saveLedger) {
        this.saveAccount = saveAccount;
        this.saveTemplate = saveTemplate;
        this.saveLedger = saveLedger;
    }

    /** Saves the ledger and its rules. */
    void save() {
        var food = new Category(new CategoryId("food"), null, "Food", null, null, null, 0);
        var change =
                new TemplateChange(List.of(new Placed<>("/categories/0", food)), rules(food), List.of(), List.of());
        saveTemplate.save(new Template(TEMPLATE, "Home", null, false, ""), change, null, Condition.NONE);
        saveLedger.save(
                new Ledger(LEDGER, "All", LedgerType.CUSTOM, TEMPLATE, LedgerRules.everything(), true),
                null,
                Condition.NONE);
    }

    /** Takes all accounts away, with all that is theirs. */
    void empty(Bench bench) throws SQLException {
        if (bench.kind() == DatabaseKind.POSTGRESQL) {
            bench.run("TRUNCATE accounts CASCADE");
        } else {
            bench.run(
                    "DELETE FROM transaction_category_mappings",
                    "DELETE FROM transaction_attestations",
                    "DELETE FROM raw_transactions",
                    "DELETE FROM import_batches",
                    "DELETE FROM transactions",
                    "DELETE FROM accounts",
                    "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** Saves an account that has nothing yet. */
    void open(AccountId id) {
        saveAccount.save(
                new Account(
                        id,
                        "Giro",
                        "Sample Bank",
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
    }

    private static List<Placed<CategoryRule>> rules(Category category) {
        return IntStream.range(0, RULES)
                .mapToObj(number -> new Placed<>(
                        "/rules/" + number,
                        new CategoryRule(
                                new RuleId("r" + number),
                                category.id(),
                                null,
                                0,
                                true,
                                "{\"merchant_pattern\":\"shop " + number + " \"}")))
                .toList();
    }
}
