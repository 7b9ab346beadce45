package dev.onerow.ledger.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.api.ImportProgress;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.imports.FileFormat;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL keeps the plans of a connection, and those for tables of a page read all of it. */
@OnDatabase(DatabaseKind.POSTGRESQL)
class ImportingAfterFewRowsTest {
    private static final AccountId GIRO = new AccountId("giro");
    private static final int FEW = 60;
    private static final int MANY = 3_000;

    private final TestDatabase database;

    ImportingAfterFewRowsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void anAccountWithFewRows() {
        database.sql("TRUNCATE accounts CASCADE");
        Account account = new Account(
                GIRO, "N", "B", AccountType.DEPOSIT, new CurrencyCode("EUR"), 0, null, null, true, null, null, "{}");
        database.bean(SaveAccount.class).save(account, Condition.NONE);
    }

    @Test
    void doesNotReadAllRowsForEachThatIsWritten() {
        Map<String, Long> read = readBySequentialScans(() -> imports(MANY, "many"));

        assertThat(read)
                .hasSizeGreaterThan(2)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isLessThan(20L * MANY));
    }

    @Test
    void doesNotReadAllRowsForEachThatIsTakenBack() {
        Map<String, Long> read = readBySequentialScans(() -> {
            BatchId batch = imports(MANY, "many");
            database.bean(UndoImport.class).undo(batch, Condition.NONE, false);
        });

        assertThat(database.count("transactions")).isEqualTo(FEW + 10L);
        assertThat(read)
                .hasSizeGreaterThan(2)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isLessThan(20L * MANY));
    }

    /** What some work reads in a transaction in which few rows have been analysed and added to before. */
    private Map<String, Long> readBySequentialScans(Runnable work) {
        return database.bean(Transactions.class).write(() -> {
            imports(FEW, "few");
            run("ANALYZE");
            imports(FEW + 10, "a few more");
            Map<String, Long> before = readSoFar();
            work.run();
            Map<String, Long> read = readSoFar();
            read.replaceAll((table, rows) -> rows - before.getOrDefault(table, 0L));
            return read;
        });
    }

    private Map<String, Long> readSoFar() {
        Map<String, Long> read = new TreeMap<>();
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT relname, seq_tup_read FROM pg_stat_xact_user_tables"
                        + " WHERE relname LIKE '%transaction%'")) {
            while (row.next()) {
                read.put(row.getString(1), row.getLong(2));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return read;
    }

    private void run(String sql) {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection connection() {
        return database.bean(CurrentTransaction.class).connection();
    }

    private BatchId imports(int rows, String note) {
        StringBuilder file = new StringBuilder("<OFX><STMTRS><BANKTRANLIST>");
        for (int i = 0; i < rows; i++) {
            file.append("<STMTTRN><DTPOSTED>202603")
                    .append(10 + i % 20)
                    .append("<TRNAMT>-")
                    .append(1 + i)
                    .append("<NAME>Shop</STMTTRN>\n");
        }
        byte[] content = file.append("</OFX>").append(note).toString().getBytes(UTF_8);
        return database.bean(ImportStatement.class)
                .importFile(
                        new ImportRequest(GIRO, FileFormat.OFX, content, "file", null, null, false),
                        ImportProgress.UNHEARD)
                .report()
                .batch()
                .id();
    }
}
