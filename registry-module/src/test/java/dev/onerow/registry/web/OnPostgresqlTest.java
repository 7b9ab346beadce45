package dev.onerow.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import dev.onerow.persistence.views.RowQuery;
import dev.onerow.persistence.views.ViewRows;
import dev.onerow.registry.application.Answer;
import dev.onerow.registry.application.RemoveRule;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.web.testing.Client;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL can do to the registry: make DDL wait for readers, and write the same view in other words. */
@OnDatabase(DatabaseKind.POSTGRESQL)
@WithTables("guests")
class OnPostgresqlTest {
    private static final String CATALOGUE =
            "SELECT oid, xmin::text FROM pg_class WHERE oid = 'registry_views.%s'::regclass";

    private final TestDatabase database;
    private final Client api;

    OnPostgresqlTest(TestDatabase database) {
        this.database = database;
        this.api = Api.on(database);
    }

    @Test
    void anExecutionGivesUpBehindAReaderWhoStaysAndNamesTheLock() throws Exception {
        api.post("/rules/STUDIED/execute", "{\"sql\":\"SELECT id FROM guests\"}");
        var rule = api.get("/rules/STUDIED").body();
        var done = new CountDownLatch(1);
        var reader = readUntil(done, "studied");

        var busy = api.post("/rules/STUDIED/execute", "{\"sql\":\"SELECT name, id FROM guests\"}");
        var rowsMeanwhile = api.get("/views/studied/rows");
        done.countDown();

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).isNotEmpty();
        assertThat(busy.at("type")).isEqualTo("/problems/store-unavailable");
        assertThat(busy.at("detail")).contains("the lock on view studied").endsWith("Nothing was changed.");
        assertThat(rowsMeanwhile.each("rows", "id")).containsExactly("1", "2", "3");
        assertThat(api.get("/rules/STUDIED").body()).isEqualTo(rule);
        assertThat(reader.get()).isEqualTo(1L);
        assertThat(api.post("/rules/STUDIED/execute", "{\"sql\":\"SELECT name, id FROM guests\"}")
                        .at("view.outcome"))
                .isEqualTo("updated");
    }

    @Test
    void anExecutionThatCannotReadWhatItMadeForALockNamesThatToo() throws Exception {
        database.sql("CREATE TABLE public.locked (id integer)");
        api.post("/rules/NEAR/execute", "{\"sql\":\"SELECT id FROM locked\"}");
        var done = new CountDownLatch(1);
        var holder = lockUntil(done, "public.locked");

        var busy = api.post("/rules/FAR/execute", "{\"sql\":\"SELECT id FROM near\"}");
        done.countDown();
        holder.get();

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).isNotEmpty();
        assertThat(busy.at("type")).isEqualTo("/problems/store-unavailable");
        assertThat(busy.at("detail")).contains("reading view far").endsWith("Nothing was changed.");
        assertThat(api.get("/rules/FAR").status()).isEqualTo(404);
        assertThat(api.post("/rules/FAR/execute", "{\"sql\":\"SELECT id FROM near\"}")
                        .at("view.row_count"))
                .isEqualTo("0");
    }

    @Test
    void aViewForWhichNoPlanCanBeMadeIsRefusedWhetherItsRowsAreCountedOrNot() {
        api.put("/rules/NO_PLAN", "{\"sql\":\"SELECT id FROM guests WHERE id = 1 / 0\"}");

        var counted = api.post("/rules/NO_PLAN/execute", null);
        var tried = api.post("/rules/NO_PLAN/execute?dry_run=true", null);
        var amongMany = api.post("/executions", "[\"NO_PLAN\"]").eachLine().get(0);

        assertThat(counted.status()).isEqualTo(422);
        assertThat(counted.at("type")).isEqualTo("/problems/view-not-readable");
        assertThat(tried.body()).isEqualTo(counted.body());
        assertThat(amongMany.at("outcome")).isEqualTo("rejected");
        assertThat(amongMany.body()).contains("/problems/view-not-readable");
        assertThat(api.get("/views/no_plan").status()).isEqualTo(404);
    }

    @Test
    void anotherReleaseThatWritesTheViewInOtherWordsIsNoChangeOfIt() {
        api.post("/rules/OLD_SERVER/execute", "{\"sql\":\"SELECT id FROM guests\"}");
        var original = api.get("/views/old_server");
        var catalogue = database.query(CATALOGUE.formatted("old_server"));
        database.sql("UPDATE onerow.views_registry SET server_version_num = 140002, definition_hash = repeat('0', 64)"
                + " WHERE table_name = 'old_server'");

        var drift = api.get("/drift");
        var executed = api.post("/rules/OLD_SERVER/execute", null);
        var again = api.post("/executions", "[\"OLD_SERVER\"]");

        assertThat(drift.at("hand_edited")).isEqualTo("[]");
        assertThat(executed.at("rule.outcome")).isEqualTo("unchanged");
        assertThat(executed.at("view.outcome")).isEqualTo("updated");
        assertThat(executed.at("change.verdict")).isEqualTo("none");
        assertThat(executed.at("view.definition_hash")).isEqualTo(original.at("definition_hash"));
        assertThat(executed.at("view.server_version_num")).isEqualTo(original.at("server_version_num"));
        assertThat(again.eachLine().get(0).at("outcome")).isEqualTo("unchanged");
        assertThat(database.query(CATALOGUE.formatted("old_server"))).isEqualTo(catalogue);
    }

    @Test
    void aRuleThatSomebodyChangedSinceTheConditionWasCheckedIsNotRemoved() {
        api.put("/rules/RACED", "{\"sql\":\"SELECT 1 AS a\"}");
        Condition firstVersion = version -> {
            api.put("/rules/RACED", "{\"sql\":\"SELECT 2 AS a\"}");
            return Long.valueOf(1).equals(version);
        };

        var removed = database.bean(RemoveRule.class).remove(new RuleCode("RACED"), firstVersion);

        assertThat(removed).isInstanceOf(Answer.Refused.class);
        assertThat(api.get("/rules/RACED").at("version")).isEqualTo("2");
    }

    @Test
    void aRuleIsRemovedInWhateverVersionWhenNobodyAskedForOne() {
        api.put("/rules/RACED_2", "{\"sql\":\"SELECT 1 AS a\"}");
        Condition none = version -> {
            api.put("/rules/RACED_2", "{\"sql\":\"SELECT 2 AS a\"}");
            return true;
        };

        var removed = database.bean(RemoveRule.class).remove(new RuleCode("RACED_2"), none);

        assertThat(removed).isInstanceOf(Answer.Done.class);
        assertThat(api.get("/rules/RACED_2").status()).isEqualTo(404);
    }

    /** Somebody who locks a table; ends when it is done. */
    private CompletableFuture<Void> lockUntil(CountDownLatch done, String table) throws InterruptedException {
        var transactions = database.bean(Transactions.class);
        var transaction = database.bean(CurrentTransaction.class);
        var locked = new CountDownLatch(1);
        var holder = CompletableFuture.runAsync(() -> transactions.write(() -> {
            try (var statement = transaction.connection().createStatement()) {
                statement.execute("LOCK TABLE " + table);
                locked.countDown();
                done.await();
                return true;
            } catch (SQLException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        }));
        locked.await();
        return holder;
    }

    /** A reader who has one row of a view and keeps the view open; when it is done, the row. */
    private CompletableFuture<Object> readUntil(CountDownLatch done, String view) throws InterruptedException {
        var viewRows = database.bean(ViewRows.class);
        var reading = new CountDownLatch(1);
        var reader = CompletableFuture.supplyAsync(() -> viewRows.read(view, open -> {
                    try (var rows = open.rows(RowQuery.all())) {
                        reading.countDown();
                        done.await();
                        return String.valueOf(rows.next().orElseThrow().values().get(0));
                    } catch (InterruptedException stop) {
                        throw new IllegalStateException(stop);
                    }
                })
                .orElseThrow());
        reading.await();
        return reader.thenApply(Long::valueOf);
    }
}
