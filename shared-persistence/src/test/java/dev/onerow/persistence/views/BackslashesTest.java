package dev.onerow.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A backslash in a string is a character, on servers too that are set to take it for the beginning of an escape. */
@OnDatabase(DatabaseKind.POSTGRESQL)
class BackslashesTest {
    private final TestDatabase database;
    private final Views views;
    private final Transactions transactions;
    private final Statements statements;

    BackslashesTest(TestDatabase database) {
        this.database = database;
        this.views = database.bean(Views.class);
        this.transactions = database.bean(Transactions.class);
        this.statements = new Statements(database.bean(CurrentTransaction.class));
        database.sql("CREATE TABLE IF NOT EXISTS public.treasure (a integer)");
    }

    @Test
    void endNoStringEarlyOrLate() {
        var columns = replaced("backslashed", "SELECT '\\' || '; DROP TABLE public.treasure; SELECT ' AS a");
        var again = replaced("backslashed", "SELECT '\\' || '; DROP TABLE public.treasure; SELECT ' AS b");

        assertThat(columns.after().columns()).extracting(ViewColumn::name).containsExactly("a");
        assertThat(again.after().columns()).extracting(ViewColumn::name).containsExactly("b");
        assertThat(database.count("public.treasure")).isZero();
    }

    private Replacement replaced(String name, String select) {
        return transactions.write(() -> {
            try {
                statements.run("SET LOCAL standard_conforming_strings TO off");
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            views.lock();
            return views.replace(name, select, sql -> Set.of());
        });
    }
}
