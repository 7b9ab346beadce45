package dev.onerow.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.views.ViewRefused.Reason;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What functions of the database's users do when views call them. Nobody can write a function for SQLite in SQL. */
@OnDatabase(
        value = DatabaseKind.POSTGRESQL,
        postgres = {15, 18})
class FunctionsInViewsTest {
    private final TestDatabase database;
    private final Views views;
    private final ViewRows viewRows;
    private final Transactions transactions;

    FunctionsInViewsTest(TestDatabase database) {
        this.database = database;
        this.views = database.bean(Views.class);
        this.viewRows = database.bean(ViewRows.class);
        this.transactions = database.bean(Transactions.class);
        database.sql("CREATE TABLE IF NOT EXISTS public.marks (place text)");
        database.sql("CREATE OR REPLACE FUNCTION public.mark(place text) RETURNS text LANGUAGE sql AS"
                + " 'INSERT INTO public.marks VALUES (place) RETURNING place'");
    }

    @Test
    void writeNothingWhileRowsAreRead() {
        replace(views, "marking", "SELECT mark('rows') AS place");

        var refused = catchThrowableOfType(
                ViewRefused.class,
                () -> viewRows.read("marking", open -> open.rows(RowQuery.all()).next()));

        assertThat(refused.reason()).isEqualTo(new Reason.Unreadable("marking"));
        assertThat(database.count("public.marks")).isZero();
    }

    @Test
    void writeNothingWhileAViewIsPlannedHoweverTheyAreDeclared() {
        database.sql("CREATE FUNCTION public.lying() RETURNS text IMMUTABLE LANGUAGE plpgsql AS"
                + " 'BEGIN RETURN public.mark(''plan''); END'");

        var refused = catchThrowableOfType(
                ViewRefused.class, () -> replace(views, "lying_in_wait", "SELECT 1 AS a WHERE lying() = 'plan'"));

        assertThat(refused.reason()).isEqualTo(new Reason.Unreadable("lying_in_wait"));
        assertThat(database.count("public.marks")).isZero();
    }

    @Test
    void keepNobodyWaitingWhileAViewIsPlanned() {
        database.sql("CREATE FUNCTION public.dozing() RETURNS integer IMMUTABLE LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_sleep(60); RETURN 1; END'");
        var hasty = new PostgresViews(
                database.bean(CurrentTransaction.class), database.bean(ViewSettings.class), Duration.ofMillis(300));

        var refused = catchThrowableOfType(
                ViewRefused.class, () -> replace(hasty, "dozing_off", "SELECT 1 AS a WHERE dozing() = 1"));

        assertThat(refused.reason()).isEqualTo(new Reason.TooSlow("dozing_off"));
        assertThat(transactions.read(() -> views.find("dozing_off"))).isEmpty();
    }

    @Test
    void keepNobodyWaitingWhileRowsAreCountedEither() {
        database.sql("CREATE FUNCTION public.napping() RETURNS integer IMMUTABLE LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_sleep(60); RETURN 1; END'");
        var hasty = new PostgresViews(
                database.bean(CurrentTransaction.class), database.bean(ViewSettings.class), Duration.ofMillis(300));
        Supplier<OptionalLong> napping = () -> {
            hasty.lock();
            return hasty.countMade(hasty.replace("napping", "SELECT 1 AS a WHERE napping() = 1", sql -> Set.of())
                    .after());
        };

        // That counting takes too long is no refusal, that not even a plan can be made is.
        var refused = catchThrowableOfType(ViewRefused.class, () -> transactions.write(napping));

        assertThat(refused.reason()).isEqualTo(new Reason.TooSlow("napping"));
        assertThat(transactions.read(() -> views.find("napping"))).isEmpty();
    }

    private Replacement replace(Views by, String name, String select) {
        return transactions.write(() -> {
            by.lock();
            var replacement = by.replace(name, select, sql -> Set.of());
            by.probe(replacement.after());
            return replacement;
        });
    }
}
