package dev.onerow.persistence;

import static dev.onerow.persistence.Outcome.FOLDED;
import static dev.onerow.persistence.Outcome.INSERTED;
import static dev.onerow.persistence.Outcome.REJECTED;
import static dev.onerow.persistence.Outcome.UNCHANGED;
import static dev.onerow.persistence.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onerow.persistence.readings.ReadingSite;
import dev.onerow.persistence.testing.InParallel;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table whose rows refer to each other is judged at the commit, and told as any other refusal. */
@OnBothDatabases
@WithTables("readings")
class DeferredConstraintsTest {
    private final TestDatabase database;
    private final Transactions transactions;
    private final Store<ReadingSite> sites;

    DeferredConstraintsTest(TestDatabase database) {
        this.database = database;
        this.transactions = database.bean(Transactions.class);
        this.sites = database.bean(Stores.class).of(ReadingSite.class);
    }

    @BeforeEach
    void oneSite() {
        database.sql("DELETE FROM reading_sites");
        sites.upsert(ReadingSite.of("hill", null));
    }

    @Test
    void letRowsComeInTheOrderOfTheirKeys() {
        List<ReadingSite> childrenFirst =
                List.of(ReadingSite.of("a", "b"), ReadingSite.of("b", "z"), ReadingSite.of("z", null));

        assertThat(outcomes(sites.upsertAll(childrenFirst))).containsExactly(INSERTED, INSERTED, INSERTED);
        assertThat(outcomes(sites.upsertAll(childrenFirst))).containsExactly(UNCHANGED, UNCHANGED, UNCHANGED);
    }

    @Test
    void refuseASingleRow() {
        ReadingSite child = ReadingSite.of("mast", "nowhere");

        isRefused(() -> sites.upsert(child));
        isRefused(() -> sites.upsert(child));
        isRefused(() -> sites.decide(child, (stored, incoming) -> Decision.write(incoming)));
        isRefused(() -> sites.upsertAll(List.of(child).stream(), 10));

        onlyTheHillStands();
    }

    @Test
    void refuseAllRowsOfACall() {
        List<ReadingSite> rows = IntStream.range(0, 20)
                .mapToObj(i -> ReadingSite.of("site" + i, i == 13 ? "nowhere" : "hill"))
                .toList();

        isRefused(() -> sites.upsertAll(rows));
        isRefused(() -> sites.upsertAll(rows.stream(), 100));
        isRefused(() -> sites.decideAll(rows, (stored, incoming) -> Decision.write(incoming)));

        onlyTheHillStands();
    }

    @Test
    void refuseToDeleteAParentAndToMoveAChildToNowhere() {
        sites.upsert(ReadingSite.of("mast", "hill"));

        isRefused(() -> sites.delete(Key.of("hill")));
        isRefused(() -> sites.patch(Key.of("mast"), Changes.of("partOf", "nowhere")));

        assertThat(database.count("reading_sites")).isEqualTo(2);
    }

    @Test
    void areJudgedWhenTheCallersTransactionIsCommitted() {
        transactions.write(() -> {
            sites.upsert(ReadingSite.of("mast", "tower"));
            sites.upsert(ReadingSite.of("tower", null));
        });
        assertThat(database.count("reading_sites")).isEqualTo(3);

        isRefused(() -> transactions.write(() -> {
            sites.upsert(ReadingSite.of("house", "hill"));
            sites.upsert(ReadingSite.of("mast", "nowhere"));
        }));

        assertThat(database.count("reading_sites")).isEqualTo(3);
        assertThat(sites.upsert(ReadingSite.of("house", "hill")).outcome()).isEqualTo(INSERTED);
    }

    @Test
    void rejectTheirRowsAloneInQuarantine() {
        List<ReadingSite> rows = List.of(
                ReadingSite.of("a", "z"),
                ReadingSite.of("b", "nowhere"),
                ReadingSite.of("c", "b"), // falls with its parent
                ReadingSite.of("d", "hill").at(9_000),
                ReadingSite.of("e", "d"), // falls with its parent
                ReadingSite.of("z", "hill"));

        List<Written<ReadingSite>> written = sites.quarantining().upsertAll(rows);

        assertThat(outcomes(written)).containsExactly(INSERTED, REJECTED, REJECTED, REJECTED, REJECTED, INSERTED);
        assertThat(written.get(1).refusal()).isEqualTo(new Refusal.ByConstraint(missingParent()));
        assertThat(written.get(3).refusal())
                .isInstanceOfSatisfying(
                        Refusal.ByConstraint.class,
                        refusal -> assertThat(refusal.violation().constraint()).isEqualTo("ck_reading_sites_height"));
        assertThat(outcomes(sites.quarantining().upsertAll(rows)))
                .containsExactly(UNCHANGED, REJECTED, REJECTED, REJECTED, REJECTED, UNCHANGED);
    }

    @Test
    void rejectDecidedRowsAndStreamedOnesAlike() {
        List<ReadingSite> rows = List.of(ReadingSite.of("a", "nowhere"), ReadingSite.of("b", "hill"));

        List<Written<ReadingSite>> decided =
                sites.quarantining().decideAll(rows, (stored, incoming) -> Decision.write(incoming));
        Receipt streamed = sites.quarantining().upsertAll(rows.stream(), 10);

        assertThat(outcomes(decided)).containsExactly(REJECTED, INSERTED);
        assertThat(streamed).isEqualTo(new Receipt(2, 0, 0, 1, 0, 0, 1));
    }

    @Test
    void keepWhatIsStoredWhenItsNewParentIsMissing() {
        sites.upsertAll(List.of(ReadingSite.of("mast", "hill"), ReadingSite.of("lamp", "mast")));

        List<Written<ReadingSite>> written = sites.quarantining()
                .upsertAll(List.of(ReadingSite.of("lamp", "mast").at(3), ReadingSite.of("mast", "nowhere")));

        assertThat(outcomes(written)).containsExactly(UPDATED, REJECTED);
        assertThat(database.value("SELECT part_of FROM reading_sites WHERE name = 'mast'"))
                .isEqualTo("hill");
    }

    @Test
    void rejectOfTheRowsOfOneKeyThoseThatNameTheMissingParent() {
        List<Written<ReadingSite>> written = sites.quarantining()
                .upsertAll(List.of(
                        ReadingSite.of("mast", "hill"),
                        ReadingSite.of("mast", "hill").at(2),
                        ReadingSite.of("mast", "nowhere"),
                        ReadingSite.of("lamp", "mast")));

        assertThat(outcomes(written)).containsExactly(FOLDED, INSERTED, REJECTED, INSERTED);
    }

    @Test
    void rejectInTheCallersTransactionWhatHasNoParentYet() {
        transactions.write(() -> {
            assertThat(sites.quarantining()
                            .upsert(ReadingSite.of("mast", "tower"))
                            .outcome())
                    .isEqualTo(REJECTED);
            sites.upsert(ReadingSite.of("tower", null));
            assertThat(sites.quarantining()
                            .upsert(ReadingSite.of("mast", "tower"))
                            .outcome())
                    .isEqualTo(INSERTED);
        });

        assertThat(database.count("reading_sites")).isEqualTo(3);
    }

    @Test
    void findTheirRowsWhileOthersWrite() {
        InParallel.run(4, thread -> {
            List<ReadingSite> rows = new ArrayList<>(IntStream.range(0, 40)
                    .mapToObj(i -> ReadingSite.of("s" + i, i % 20 == 7 ? "nowhere" : "s0"))
                    .toList());
            rows.set(0, ReadingSite.of("s0", null));
            if (thread % 2 == 0) {
                Collections.reverse(rows);
            }

            assertThat(Receipt.ofWritten(sites.quarantining().upsertAll(rows)).rejected())
                    .isEqualTo(2);
        });

        assertThat(database.count("reading_sites")).isEqualTo(39);
    }

    @Test
    void ofOtherKindsAreJudgedByPostgresqlAlone() {
        assumeTrue(database.kind() == DatabaseKind.POSTGRESQL, "SQLite defers nothing but foreign keys");
        try (TestDatabase own = database.another(true)) {
            own.runScript("readings");
            own.sql("ALTER TABLE reading_sites ADD CONSTRAINT uq_height UNIQUE (height) DEFERRABLE INITIALLY DEFERRED");
            Store<ReadingSite> unique = own.bean(Stores.class).of(ReadingSite.class);

            List<Written<ReadingSite>> written = unique.quarantining()
                    .upsertAll(List.of(
                            ReadingSite.of("a", null),
                            ReadingSite.of("b", null).at(1),
                            ReadingSite.of("c", null).at(1)));

            assertThat(outcomes(written)).containsExactly(INSERTED, INSERTED, REJECTED);
        }
    }

    private void isRefused(ThrowingCallable write) {
        Throwable failure = catchThrowable(write);

        assertThat(failure).isInstanceOf(ConstraintViolated.class);
        ConstraintViolation violation = ((ConstraintViolated) failure).violation();
        assertThat(violation.kind()).isEqualTo(ConstraintViolation.Kind.FOREIGN_KEY);
        assertThat(violation.constraint())
                .isEqualTo(database.kind() == DatabaseKind.POSTGRESQL ? "fk_reading_sites_part_of" : null);
    }

    private ConstraintViolation missingParent() {
        return new ConstraintViolation(
                ConstraintViolation.Kind.FOREIGN_KEY,
                "reading_sites",
                database.kind() == DatabaseKind.POSTGRESQL ? "fk_reading_sites_part_of" : null,
                List.of("part_of"));
    }

    private void onlyTheHillStands() {
        assertThat(database.query("SELECT name FROM reading_sites"))
                .extracting("name")
                .containsExactly("hill");
    }

    private static List<Outcome> outcomes(List<Written<ReadingSite>> written) {
        return written.stream().map(Written::outcome).toList();
    }
}
