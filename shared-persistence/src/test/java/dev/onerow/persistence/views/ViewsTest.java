package dev.onerow.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.views.ViewRefused.Reason;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases(postgres = {15, 18})
class ViewsTest {
    private static final NameReader NAMES = sql ->
            Arrays.stream(sql.toLowerCase(Locale.ROOT).split("[^a-z0-9_]+", -1)).collect(Collectors.toSet());

    private final TestDatabase database;
    private final Views views;
    private final Transactions transactions;

    ViewsTest(TestDatabase database) {
        this.database = database;
        this.views = database.bean(Views.class);
        this.transactions = database.bean(Transactions.class);
    }

    @BeforeEach
    void makeATable() {
        database.sql("CREATE TABLE " + data("guests") + " (id integer, name varchar(20), city text)");
        database.sql("INSERT INTO " + data("guests") + " VALUES (1, 'Ann', 'Oslo'), (2, 'Bo', 'Rome')");
    }

    @AfterEach
    void dropEverything() {
        var left = new ArrayDeque<>(read(views::all));
        while (!left.isEmpty()) {
            var view = left.remove();
            try {
                transactions.write(() -> views.drop(view));
            } catch (ViewRefused stillRead) {
                left.add(view);
            }
        }
        database.sql("DROP TABLE " + data("guests"));
    }

    @Test
    void makesAViewAndDescribesIt() {
        var made = replace("v", "SELECT id, name, city FROM guests -- all");

        assertThat(made.before()).isEmpty();
        assertThat(made.after().columns()).extracting(ViewColumn::name).containsExactly("id", "name", "city");
        assertThat(made.after().columns().get(0)).isEqualTo(new ViewColumn("id", "integer"));
        assertThat(read(() -> views.find("v"))).contains(made.after());
        assertThat(read(views::all)).containsExactly(made.after());
        assertThat(names("SELECT name FROM " + view("v"))).containsExactly("Ann", "Bo");
    }

    @Test
    void addsDropsRenamesRetypesAndReordersColumns() {
        replace("v", "SELECT id, name, city FROM guests");

        var changed = replace("v", "SELECT city AS town, id + 0.5 AS id, 1 AS extra FROM guests");

        assertThat(changed.before().orElseThrow()).hasSize(3);
        assertThat(changed.after().columns()).extracting(ViewColumn::name).containsExactly("town", "id", "extra");
    }

    @Test
    void keepsWhatReadsTheViewTwoLevelsDeep() {
        replace("v", "SELECT id, name, city FROM guests");
        database.sql("CREATE VIEW " + data("d1") + " AS SELECT name, id FROM " + view("v"));
        database.sql("CREATE VIEW " + data("d2") + " AS SELECT a.name FROM " + data("d1") + " a, " + view("v") + " b"
                + " WHERE a.id = b.id");

        var changed = replace("v", "SELECT name, city AS town, id FROM guests WHERE id > 1");

        assertThat(changed.dependants()).extracting(View::name).containsExactly("d1", "d2");
        assertThat(changed.dependants().get(0).columns())
                .extracting(ViewColumn::name)
                .containsExactly("name", "id");
        assertThat(names("SELECT name FROM " + data("d2"))).containsExactly("Bo");
        assertThat(read(() -> views.dependantsOf(changed.after(), NAMES)))
                .extracting(Dependant::name, Dependant::distance)
                .containsExactly(tuple("d1", 1), tuple("d2", 1));
    }

    @Test
    void refusesToLeaveADependantWithoutItsColumnAndChangesNothing() {
        replace("v", "SELECT id, name, city FROM guests");
        database.sql("CREATE VIEW " + data("d1") + " AS SELECT name, city FROM " + view("v"));

        var refusal = refusalOf("v", "SELECT id, name FROM guests");

        assertThat(refusal).isEqualTo(new Reason.BrokenDependant("d1", "city"));
        assertThat(names("SELECT city FROM " + data("d1"))).containsExactly("Oslo", "Rome");
    }

    @Test
    void refusesADependantThatTheNewTypeBreaks() {
        replace("v", "SELECT id, name FROM guests");
        database.sql("CREATE VIEW " + data("d1") + " AS SELECT id + 1 AS next FROM " + view("v"));

        switch (database.kind()) {
            case POSTGRESQL ->
                assertThat(refusalOf("v", "SELECT name AS id FROM guests"))
                        .isEqualTo(new Reason.BrokenDependant("d1", null));
            case SQLITE ->
                assertThat(replace("v", "SELECT id, id AS name FROM guests")
                                .after()
                                .columns())
                        .hasSize(2);
        }
    }

    @Test
    void saysWhatIsWrongWithTheSelectAndWhere() {
        replace("v", "SELECT id FROM guests");

        assertInvalid("SELECT id FROM nobody", "unknown-table", 16, "nobody");
        assertInvalid("SELECT age FROM guests", "unknown-column", 8, "age");
        assertInvalid("SELECT nofn(1) FROM guests", "unknown-function", 8, "nofn");
        assertInvalid("SELECT '\uD83D\uDE00', FROM guests", "syntax-error", 13, "FROM");
        assertInvalid("SELECT id, city AS id FROM guests", "duplicate-column", 20, "id");
        assertInvalid("SELECT *, city AS id FROM guests", "duplicate-column", null, "id");
        if (database.kind() == DatabaseKind.POSTGRESQL) {
            assertInvalid("SELECT row(1, 'x') AS \"d\"", "refused", 23, "d");
        }
        assertThat(names("SELECT id FROM " + view("v"))).containsExactly("1", "2");
    }

    private void assertInvalid(String select, String code, @Nullable Integer position, @Nullable String subject) {
        var expected = new Reason.InvalidSql(code, position, subject);
        assertThat(refusalOf("v", select)).as(select).isEqualTo(expected);
    }

    @Test
    void saysNoPlaceWhereTheWordMayStandForSomethingElse() {
        var select = "SELECT age -- of age\nFROM guests";

        var reason = refusalOf("v", select);

        assertThat(reason)
                .isEqualTo(new Reason.InvalidSql(
                        "unknown-column", database.kind() == DatabaseKind.SQLITE ? null : (Integer) 8, "age"));
    }

    @Test
    void namesTheViewThroughWhichAViewWouldReadItself() {
        replace("cy1", "SELECT id FROM guests");
        replace("cy2", "SELECT id FROM " + view("cy1"));

        assertThat(refusalOf("cy1", "SELECT id FROM cy2")).isEqualTo(new Reason.Circular("cy1", "cy2"));
        assertThat(refusalOf("cy1", "SELECT id FROM cy1")).isEqualTo(new Reason.Circular("cy1", "cy1"));
    }

    @Test
    void runsTheSelectAsItStands() {
        var select = database.kind() == DatabaseKind.POSTGRESQL
                ? "SELECT '{\"a\": 1}'::jsonb ? 'a' AS x, '{d ' AS y; -- done?"
                : "SELECT '?' AS x, '{d ' AS y; -- done?";

        replace("v", select);

        assertThat(names("SELECT y FROM " + view("v"))).containsExactly("{d ");
    }

    @Test
    void countsTheRowsAndEvaluatesEveryCell() {
        var fine = replace("v", "SELECT id, name FROM guests").after();
        var broken = replace(
                        "w",
                        switch (database.kind()) {
                            case POSTGRESQL -> "SELECT id, 1 / (id - 2) AS x FROM guests";
                            case SQLITE -> "SELECT id, abs(-9223372036854775807 - id / 2) AS x FROM guests";
                        })
                .after();

        assertThat(write(() -> views.count(fine))).hasValue(2);
        var beyond = replace(
                        "x",
                        switch (database.kind()) {
                            case POSTGRESQL -> "SELECT 2147483647 + id AS x FROM guests";
                            case SQLITE -> "SELECT zeroblob(2000000000 + id) AS x FROM guests";
                        })
                .after();
        for (var unreadable : List.of(broken, beyond)) {
            assertThatThrownBy(() -> write(() -> views.count(unreadable)))
                    .asInstanceOf(type(ViewRefused.class))
                    .extracting(ViewRefused::reason)
                    .isEqualTo(new Reason.Unreadable(unreadable.name()));
        }
    }

    @Test
    void givesUpCountingWhatTakesTooLong() {
        var endless = replace("v", """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT (i + 1) % 100 FROM n) SELECT i FROM n
                        """).after();

        var count = write(() -> {
            var tooLong = views.count(endless);
            views.replace("w", "SELECT 1 AS x", NAMES);
            return tooLong;
        });

        assertThat(count).isEqualTo(OptionalLong.empty());
        assertThat(read(() -> views.find("w"))).isPresent();
    }

    @Test
    void letsNoFunctionWriteWhileCounting() {
        switch (database.kind()) {
            case SQLITE ->
                assertThat(refusalOf("v", "SELECT writefile('x', 'y') AS x")).isInstanceOf(Reason.InvalidSql.class);
            case POSTGRESQL -> {
                database.sql("CREATE FUNCTION public.mark() RETURNS integer LANGUAGE sql AS"
                        + " 'INSERT INTO public.guests VALUES (3, NULL, NULL) RETURNING 1'");
                var view = replace("v", "SELECT mark() AS x").after();

                assertThatThrownBy(() -> write(() -> views.count(view))).isInstanceOf(ViewRefused.class);

                assertThat(database.count(data("guests"))).isEqualTo(2);
                write(() -> {
                    views.drop(view);
                    return true;
                });
                database.sql("DROP FUNCTION public.mark()");
            }
        }
    }

    @Test
    void takesNoNameThatSomethingElseHolds() {
        replace("v", "SELECT 1 AS x");

        assertThat(refusalOf("guests", "SELECT 1 AS x")).isEqualTo(new Reason.NameTaken("guests", "table"));
        assertThat(replace("v", "SELECT 2 AS x").before()).isPresent();
        assertThat(replace("nothing", "SELECT 1 AS x").before()).isEmpty();
    }

    @Test
    void undoesEverythingWhenTold() {
        replace("v", "SELECT id FROM guests");

        var tried = write(() -> {
            views.lock();
            var replacement = views.replace("v", "SELECT name FROM guests", NAMES);
            views.undoAtTheEnd();
            return replacement;
        });

        assertThat(tried.after().columns()).extracting(ViewColumn::name).containsExactly("name");
        assertThat(read(() -> views.find("v")).map(View::columns)).isEqualTo(tried.before());
    }

    private Replacement replace(String name, String select) {
        return write(() -> {
            views.lock();
            return views.replace(name, select, NAMES);
        });
    }

    private Reason refusalOf(String name, String select) {
        try {
            replace(name, select);
            throw new AssertionError("Made: " + select);
        } catch (ViewRefused refused) {
            return refused.reason();
        }
    }

    private <T> T write(Supplier<T> work) {
        return transactions.write(work);
    }

    private <T> T read(Supplier<T> work) {
        return transactions.read(work);
    }

    private List<String> names(String query) {
        return database.query(query + " ORDER BY 1").stream()
                .map(Map::values)
                .map(values -> String.valueOf(values.iterator().next()))
                .toList();
    }

    private String data(String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? "public." + name : name;
    }

    private String view(String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? "registry_views." + name : name;
    }
}
