package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TransactionsTest {
    private final TestDatabase database;

    TransactionsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void tellsWhetherOneIsActive() {
        Transactions transactions = database.bean(Transactions.class);

        assertThat(transactions.isActive()).isFalse();
        assertThat(transactions.write(transactions::isActive)).isTrue();
        assertThat(transactions.read(transactions::isActive)).isTrue();
        assertThat(database.bean(DatabaseKind.class)).isEqualTo(database.kind());
        assertThat(database.count("http_error_summary")).isZero();
    }
}
