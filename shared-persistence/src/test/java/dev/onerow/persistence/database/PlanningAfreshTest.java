package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.POSTGRESQL)
@WithTables("counters")
class PlanningAfreshTest {
    private final Transactions transactions;
    private final CurrentTransaction current;

    PlanningAfreshTest(TestDatabase database) {
        this.transactions = database.bean(Transactions.class);
        this.current = database.bean(CurrentTransaction.class);
    }

    @Test
    void forgetsAPlanThatWasMadeForFewRows() {
        transactions.write(() -> {
            run("INSERT INTO counters SELECT 'a' || i, i FROM generate_series(1, 60) i");
            run("ANALYZE counters");
            run("SET LOCAL plan_cache_mode = force_generic_plan");
            run("PREPARE amount_of (text) AS SELECT amount FROM counters WHERE name = $1");
            assertThat(plan()).contains("Seq Scan");
            run("INSERT INTO counters SELECT 'b' || i, i FROM generate_series(1, 20000) i");
            assertThat(plan()).contains("Seq Scan");

            transactions.planAfresh();

            assertThat(plan()).contains("Index Scan");
            run("DEALLOCATE amount_of");
        });
    }

    @Test
    void plansReadsForTheirValuesAndOthersForAny() {
        transactions.write(() -> {
            run("SET LOCAL plan_cache_mode = force_generic_plan");
            run("PREPARE amount_of (text) AS SELECT amount FROM counters WHERE name = $1");

            String planned = transactions.plannedForValues(this::wholePlan);

            assertThat(planned).contains("'a1'").doesNotContain("$1");
            run("SET LOCAL plan_cache_mode = force_generic_plan");
            assertThat(wholePlan()).contains("$1");
            run("DEALLOCATE amount_of");
        });
    }

    private String plan() {
        return wholePlan().lines().findFirst().orElseThrow();
    }

    private String wholePlan() {
        try (Statement statement = current.connection().createStatement();
                ResultSet row = statement.executeQuery("EXPLAIN EXECUTE amount_of('a1')")) {
            StringBuilder lines = new StringBuilder();
            while (row.next()) {
                lines.append(row.getString(1)).append('\n');
            }
            return lines.toString();
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    private void run(String sql) {
        try (Statement statement = current.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }
}
