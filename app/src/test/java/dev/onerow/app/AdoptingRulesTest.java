package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Receipt;
import dev.onerow.persistence.adopting.Adopter;
import dev.onerow.persistence.adopting.TableReceipt;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From {@code rules}, and {@code views_registry} without the unique name. */
@OnBothDatabases
class AdoptingRulesTest {
    private static final String JAN = "2026-01-01T10:00:00Z";
    private static final String FEB = "2026-02-01T10:00:00Z";
    private static final Adopter.Options EXECUTING = new Adopter.Options(false, true);

    private final TestDatabase database;

    AdoptingRulesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void startsFromNothing() {
        OldSource.forget(database, "views_registry", "rule_versions", "rules");
        database.sql("CREATE TABLE " + data("guests") + " (id INTEGER, name TEXT)");
    }

    @AfterEach
    void leavesNothing() {
        for (String view : List.of("guest_list", "tall_guests")) {
            database.sql("DROP VIEW IF EXISTS " + made(view));
            database.sql("DROP VIEW IF EXISTS " + data(view));
        }
        database.sql("DROP TABLE " + data("guests"));
    }

    private String data(String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? "public." + name : name;
    }

    private String made(String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? "registry_views." + name : name;
    }

    private static OldSource source(DatabaseKind kind) {
        return tables(OldSource.of(kind));
    }

    private static OldSource tables(OldSource old) {
        return old.table("rules (id ID, name TEXT, description TEXT, rule_code TEXT, sql TEXT,"
                        + " created_at INSTANT, updated_at INSTANT)")
                .table("views_registry (id ID, rule_id BIGINT, table_name TEXT, summary TEXT,"
                        + " created_at INSTANT, updated_at INSTANT)");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void keepsTheNewestOfCodesThatDifferInTheirCaseAlone(DatabaseKind kind) {
        try (OldSource old = source(kind)) {
            old.row("rules", 7, "Guests", "Who was a guest?", "LIST_GUESTS", "SELECT id FROM guests;", JAN, JAN);
            old.row("rules", 8, "Guests", "Who?", "list_guests", "SELECT name FROM guests", JAN, FEB);
            old.row("rules", 9, "Guests", "Who then?", "List_Guests", "SELECT 1", JAN, JAN);
            old.row("rules", 10, null, null, "HOSTS", "SELECT 2", JAN, JAN);

            TableReceipt receipt = old.adoptInto(database).get(0);

            assertThat(receipt.receipt()).isEqualTo(new Receipt(4, 2, 0, 0, 0, 2, 0));
            assertThat(database.query("SELECT rule_code, name, description, logic, sql, sql_version, version FROM rules"
                            + " ORDER BY rule_code"))
                    .extracting(row -> row.values().toString())
                    .containsExactly(
                            "[HOSTS, HOSTS, null, null, SELECT 2, 1, 1]",
                            "[list_guests, Guests, Who?, Who?, SELECT name FROM guests, 1, 1]");
            assertThat(database.count("rule_versions")).isEqualTo(2);
            assertThat(OldSource.keptIn(database, "rules")).containsExactly("7 older", "9 older");
        }
    }

    @Test
    void keepsTheIdsThatAreFreeAndMakesOthersAboveThem() {
        try (OldSource one = source(DatabaseKind.SQLITE);
                OldSource other = source(DatabaseKind.SQLITE)) {
            one.row("rules", 900_007, "n", "d", "HOSTS", "SELECT 1", JAN, JAN).adoptInto(database);
            other.row("rules", 900_007, "n", "d", "GUESTS", "SELECT 1", JAN, JAN)
                    .row("rules", 900_009, "n", "d", "ROOMS", "SELECT 1", JAN, JAN)
                    .adoptInto(database);

            assertThat(database.query("SELECT id, rule_code FROM rules ORDER BY id"))
                    .extracting(row -> row.get("id") + " " + row.get("rule_code"))
                    .hasSize(3)
                    .startsWith("900007 HOSTS", "900009 ROOMS")
                    .allSatisfy(row -> assertThat(row).matches("9000(07|09|1\\d) .*"));
        }
    }

    @Test
    void keepsWhatCannotBeARuleWithItsReason() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            old.row("rules", 1, "n", "d", null, "SELECT 1", JAN, JAN);
            old.row("rules", 2, "n", "d", "two words", "SELECT 1", JAN, JAN);
            old.row("rules", 3, "n", "d", "CLEAN_UP", "DELETE FROM guests", JAN, JAN);
            old.row("rules", 4, "n", "d", "EMPTY", null, JAN, JAN);

            TableReceipt receipt = old.adoptInto(database).get(0);

            assertThat(receipt.receipt()).isEqualTo(new Receipt(4, 0, 0, 0, 0, 0, 4));
            assertThat(OldSource.keptIn(database, "rules"))
                    .containsExactly("1 null-key", "2 invalid-key", "3 invalid-value", "4 invalid-value");
        }
    }

    @Test
    void findsNothingToDoTheSecondTimeAndLeavesWhatWasChangedHere() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            old.row("rules", 1, "n", "d", "HOSTS", "SELECT 1", JAN, JAN);
            old.row("rules", 2, "n", "d", "GUESTS", "SELECT 1", JAN, JAN);
            old.adoptInto(database);
            database.sql("UPDATE rules SET name = 'changed here' WHERE rule_code = 'HOSTS'");

            TableReceipt again = old.adoptInto(database).get(0);

            assertThat(again.receipt()).isEqualTo(new Receipt(2, 0, 0, 1, 1, 0, 0));
            assertThat(database.value("SELECT name FROM rules WHERE rule_code = 'HOSTS'"))
                    .isEqualTo("changed here");
            assertThat(OldSource.keptIn(database, "rules")).containsExactly("1 older");
        }
    }

    @Test
    void registersTheViewsThatAreHereUnderTheRuleThatStayed() {
        OldSource old = tables(
                database.kind() == DatabaseKind.POSTGRESQL
                        ? OldSource.in(database)
                        : OldSource.of(DatabaseKind.SQLITE));
        database.sql("CREATE VIEW " + data("guest_list") + " AS SELECT id FROM " + data("guests"));
        old.row("rules", 7, "Guests", "d", "LIST_GUESTS", "SELECT id FROM guests", JAN, JAN);
        old.row("rules", 8, "Guests", "d", "list_guests", "SELECT id FROM guests", JAN, FEB);
        old.row("views_registry", 1, 7, "guest_list", "first", JAN, JAN);
        old.row("views_registry", 2, 7, "guest_list", "second", JAN, FEB);
        old.row("views_registry", 3, 8, "gone", "third", JAN, FEB);
        old.row("views_registry", 4, 8, null, "fourth", JAN, FEB);

        TableReceipt receipt = old.adoptInto(database).get(1);

        assertThat(receipt.receipt()).isEqualTo(new Receipt(4, 1, 0, 0, 0, 1, 2));
        assertThat(database.query("SELECT v.table_name, v.summary, r.rule_code FROM views_registry v"
                        + " JOIN rules r ON r.id = v.rule_id"))
                .extracting(row -> row.values().toString())
                .containsExactly("[guest_list, second, list_guests]");
        assertThat(OldSource.keptIn(database, "views_registry"))
                .containsExactly("1 older", "3 no-such-view", "4 null-key");
        assertThat(old.adoptInto(database).get(1).receipt()).isEqualTo(new Receipt(4, 0, 0, 1, 0, 1, 2));
        old.sql("DROP TABLE " + old.name("rules")).sql("DROP TABLE " + old.name("views_registry"));
    }

    @Test
    void makesTheViewsInTheOrderInWhichTheyReadEachOtherWhenAsked() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            old.row("rules", 1, "a", "d", "A", "SELECT id FROM tall_guests", JAN, JAN);
            old.row("rules", 2, "b", "d", "B", "SELECT id, name FROM guests", JAN, JAN);
            old.row("rules", 3, "c", "d", "C", "SELECT x FROM nowhere", JAN, JAN);
            old.row("views_registry", 1, 1, "guest_list", "list", JAN, JAN);
            old.row("views_registry", 2, 2, "tall_guests", "tall", JAN, JAN);
            old.row("views_registry", 3, 3, "lost", "lost", JAN, JAN);
            old.row("views_registry", 4, 99, "nobodys", "", JAN, JAN);

            assertThat(old.adoptInto(database).get(1).receipt()).isEqualTo(new Receipt(4, 0, 0, 0, 0, 0, 4));
            List<TableReceipt> predicted = old.adoptInto(database, new Adopter.Options(true, true));
            assertThat(database.count("views_registry")).isZero();
            TableReceipt receipt = old.adoptInto(database, EXECUTING).get(1);

            assertThat(receipt).isEqualTo(predicted.get(1));
            assertThat(receipt.receipt()).isEqualTo(new Receipt(4, 2, 0, 0, 0, 0, 2));
            assertThat(database.query("SELECT table_name, summary FROM views_registry ORDER BY table_name"))
                    .extracting(row -> row.values().toString())
                    .containsExactly("[guest_list, list]", "[tall_guests, tall]");
            assertThat(database.count(made("guest_list"))).isZero();
            assertThat(old.adoptInto(database, EXECUTING).get(1).receipt()).isEqualTo(new Receipt(4, 0, 0, 2, 0, 0, 2));
        }
    }
}
