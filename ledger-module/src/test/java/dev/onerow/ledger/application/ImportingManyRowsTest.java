package dev.onerow.ledger.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.api.ImportProgress;
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
import dev.onerow.ledger.domain.imports.FileFormat;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.LedgerRules;
import dev.onerow.ledger.domain.view.LedgerType;
import dev.onerow.ledger.statements.WatchedStatements;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ImportingManyRowsTest {
    private static final int CHUNK = 1_000;
    private static final int RULES = 50;

    private final TestDatabase database;

    ImportingManyRowsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aLedgerWithFiftyRules() {
        TemplateId template = new TemplateId("home");
        CategoryId food = new CategoryId("food");
        List<Placed<CategoryRule>> rules = IntStream.range(0, RULES)
                .mapToObj(i -> new Placed<>(
                        "/rules/" + i,
                        new CategoryRule(
                                new RuleId("r" + i), food, null, 0, true, "{\"merchant_pattern\":\"shop " + i + "\"}")))
                .toList();
        database.bean(SaveTemplate.class)
                .save(
                        new Template(template, "Home", null, false, ""),
                        new TemplateChange(
                                List.of(new Placed<>(
                                        "/categories/0", new Category(food, null, "Food", null, null, null, 0))),
                                rules,
                                List.of(),
                                List.of()),
                        null,
                        Condition.NONE);
        database.bean(SaveLedger.class)
                .save(
                        new Ledger(
                                new LedgerId("main"),
                                "Main",
                                LedgerType.CUSTOM,
                                template,
                                LedgerRules.everything(),
                                true),
                        null,
                        Condition.NONE);
    }

    @Test
    void sendsStatementsByTheChunkAndNotByTheRow() {
        WatchedStatements statements = database.bean(WatchedStatements.class);
        AccountId small = account();
        AccountId large = account();

        long forTwoChunks = statements.countDuring(() -> imports(small, 2 * CHUNK, ""));
        long forTenChunks = statements.countDuring(() -> imports(large, 10 * CHUNK, ""));
        long again = statements.countDuring(() -> imports(large, 10 * CHUNK, "\n"));

        assertThat(database.count("transactions")).isEqualTo(12L * CHUNK);
        assertThat(database.count("transaction_category_mappings")).isEqualTo(12L * CHUNK);
        assertThat((forTenChunks - forTwoChunks) / 8)
                .as("statements for one more chunk")
                .isLessThan(60);
        assertThat(again).isLessThan(forTenChunks);
    }

    private AccountId account() {
        AccountId id = new AccountId(UUID.randomUUID().toString());
        Account account = new Account(
                id, "N", "B", AccountType.DEPOSIT, new CurrencyCode("EUR"), 0, null, null, true, null, null, "{}");
        database.bean(SaveAccount.class).save(account, Condition.NONE);
        return id;
    }

    private void imports(AccountId account, int rows, String ending) {
        StringBuilder file = new StringBuilder("<OFX><STMTRS><BANKTRANLIST>");
        for (int i = 0; i < rows; i++) {
            file.append("<STMTTRN><DTPOSTED>202603")
                    .append(10 + i % 20)
                    .append("<TRNAMT>-")
                    .append(1 + i / 7)
                    .append("<NAME>Shop ")
                    .append(i % RULES)
                    .append("</STMTTRN>\n");
        }
        byte[] content = file.append("</OFX>").append(ending).toString().getBytes(UTF_8);
        database.bean(ImportStatement.class)
                .importFile(
                        new ImportRequest(account, FileFormat.OFX, content, "file", null, null, false),
                        ImportProgress.UNHEARD);
    }
}
