package dev.onerow.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Receipt;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.Written;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import io.micronaut.data.model.runtime.RuntimeEntityRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The laws of the kernel, for any declaration, any rows and any batches: on each database and on the model alike. */
@Tag("laws")
@OnBothDatabases(postgres = {15, 18})
@WithTables("laws")
@Execution(
        ExecutionMode
                .CONCURRENT) // Each case has keys of its own, and one thread alone would mostly wait for the database.
class KernelLawsTest {
    private static final AtomicInteger CASES = new AtomicInteger();

    private final TestDatabase database;
    private final Table<LawRow> plain;

    KernelLawsTest(TestDatabase database) {
        this.database = database;
        this.plain =
                Declarations.read(database.bean(RuntimeEntityRegistry.class).getEntity(LawRow.class));
    }

    @Test
    void endsInTheStateAndTheOutcomesOfTheModel() {
        qt().forAll(LawGenerators.declarations(), LawGenerators.runs()).checkAssert((seed, run) -> {
            Table<LawRow> table = LawGenerators.declared(plain, seed);
            Store<LawRow> store = store(table);
            Model model = new Model(table);
            for (List<LawRow> batch : apart(run)) {
                List<Written<LawRow>> written = store.upsertAll(batch);
                List<Outcome> expected = model.upsertAll(batch);

                assertThat(written).extracting(Written::outcome).isEqualTo(expected);
                assertThat(Receipt.ofWritten(written).received()).isEqualTo(batch.size());
            }
            assertSame(table, store, model);
        });
    }

    @Test
    void countsTheOutcomesOfTheModel() {
        qt().forAll(LawGenerators.declarations(), LawGenerators.runs()).checkAssert((seed, run) -> {
            Table<LawRow> table = LawGenerators.declared(plain, seed);
            Store<LawRow> store = store(table);
            Model model = new Model(table);
            for (List<LawRow> batch : apart(run)) {
                Receipt receipt = store.upsertAll(batch.stream(), batch.size());

                assertThat(receipt).isEqualTo(Receipt.of(model.upsertAll(batch)));
            }
            assertSame(table, store, model);
        });
    }

    @Test
    void writesTwiceWhatItWritesOnce() {
        qt().forAll(LawGenerators.declarations(), LawGenerators.batches()).checkAssert((seed, batch) -> {
            Table<LawRow> table = LawGenerators.declared(plain, seed);
            boolean adding = table.columns().stream().anyMatch(column -> column.rule() == MergeRule.ADD);
            Store<LawRow> store = store(table);
            List<LawRow> rows = apart(List.of(batch)).get(0);
            store.upsertAll(rows);
            List<@Nullable Object[]> once = stored(table, store, rows);

            List<Written<LawRow>> again = store.upsertAll(rows);

            if (!adding) {
                assertThat(again).extracting(Written::outcome).doesNotContain(Outcome.INSERTED);
                assertThat(stored(table, store, rows))
                        .usingElementComparator(this::compareStates)
                        .isEqualTo(once);
            }
        });
    }

    @Test
    void endsInOneStateWhateverTheChunks() {
        qt().forAll(
                        LawGenerators.declarations(),
                        LawGenerators.batches(),
                        integers().between(1, 12))
                .checkAssert((seed, batch, size) -> {
                    Table<LawRow> table = LawGenerators.declared(plain, seed);
                    Store<LawRow> store = store(table);
                    List<LawRow> rows = apart(List.of(batch)).get(0);
                    Model model = new Model(table);
                    model.upsertAll(rows);

                    Receipt receipt = store.upsertAll(rows.stream(), size);

                    assertThat(receipt.received()).isEqualTo(rows.size());
                    assertSame(table, store, model);
                });
    }

    @Test
    void endsInOneStateWhateverTheOrderWhereRulesCommute() {
        List<MergeRule> commuting = List.of(MergeRule.ADD, MergeRule.LEAST, MergeRule.GREATEST);
        qt().forAll(LawGenerators.batches(), integers().between(0, 1_000_000)).checkAssert((batch, seed) -> {
            Table<LawRow> table = LawGenerators.declared(plain, commuting.get(seed % 3));
            Store<LawRow> store = store(table);
            List<LawRow> rows = apart(List.of(batch)).get(0);
            Model model = new Model(table);
            model.upsertAll(rows);
            List<LawRow> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, new Random(seed));

            store.upsertAll(shuffled.stream(), 1 + seed % 5);

            assertSameIn(commutingColumns(table), store, model);
        });
    }

    @Test
    void endsInTheNewestStateWhateverTheOrderWhereEachHasARevision() {
        Table<LawRow> table = plain.with(plain.columns(), List.of("revision"));
        qt().forAll(LawGenerators.batches(), integers().between(0, 1_000_000)).checkAssert((batch, seed) -> {
            Store<LawRow> store = store(table);
            List<LawRow> rows = new ArrayList<>();
            for (LawRow row : apart(List.of(batch)).get(0)) {
                rows.add(row.revised(rows.size()));
            }
            Model model = new Model(table);
            model.upsertAll(rows);
            Collections.shuffle(rows, new Random(seed));

            store.upsertAll(rows.stream(), 1 + seed % 5);

            assertSame(table, store, model);
        });
    }

    @Test
    void decidesABatchAsItDecidesRowsOneByOne() {
        Decider<LawRow> decider = (stored, incoming) -> {
            if (incoming.amount() < -2) {
                return Decision.refuse("too little");
            }
            if (stored == null || incoming.amount() > stored.amount()) {
                return Decision.write(incoming);
            }
            return incoming.amount() == stored.amount() ? Decision.keep() : Decision.stale();
        };
        qt().forAll(LawGenerators.declarations(), LawGenerators.runs()).checkAssert((seed, run) -> {
            Table<LawRow> table = LawGenerators.declared(plain, seed);
            Store<LawRow> store = store(table);
            Model model = new Model(table);
            for (List<LawRow> batch : apart(run)) {
                List<Written<LawRow>> written = store.decideAll(batch, decider);
                batch.forEach(row -> model.decide(row, decider));

                assertThat(Receipt.ofWritten(written).rejected())
                        .isEqualTo(
                                batch.stream().filter(row -> row.amount() < -2).count());
            }
            assertSame(table, store, model);
        });
    }

    @Test
    void keepsTheChildrenOfARowThroughEveryWrite() {
        qt().forAll(LawGenerators.declarations(), LawGenerators.runs()).checkAssert((seed, run) -> {
            Table<LawRow> table = LawGenerators.declared(plain, seed);
            Store<LawRow> store = store(table);
            List<List<LawRow>> batches = apart(run);
            List<Long> ids = store.upsertAll(batches.get(0)).stream()
                    .map(written -> Objects.requireNonNull(written.row().id()))
                    .distinct()
                    .toList();
            rowsOf("INSERT INTO law_children (parent_id) VALUES " + listed(ids, "(", "), (", ")"));

            batches.forEach(store::upsertAll);

            assertThat(rowsOf("SELECT 1 FROM law_children WHERE parent_id IN " + listed(ids, "(", ", ", ")")))
                    .isEqualTo(ids.size());
        });
    }

    /** Runs SQL beside the kernel, on the connection that it would use, and counts the rows that come back. */
    private int rowsOf(String sql) {
        return database.bean(Transactions.class).write(() -> {
            Connection connection = database.bean(CurrentTransaction.class).connection();
            int rows = 0;
            try (Statement statement = connection.createStatement()) {
                if (statement.execute(sql)) {
                    ResultSet result = statement.getResultSet();
                    while (result.next()) {
                        rows++;
                    }
                }
                return rows;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static String listed(List<Long> ids, String before, String between, String after) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(between, before, after));
    }

    /** The rows of a run under keys that no other run has, so that nothing has to be emptied in between. */
    private static List<List<LawRow>> apart(List<List<LawRow>> run) {
        String prefix = CASES.incrementAndGet() + ":";
        return run.stream()
                .map(batch ->
                        batch.stream().map(row -> row.at(prefix + row.place())).toList())
                .toList();
    }

    private Store<LawRow> store(Table<LawRow> table) {
        return TestStores.of(database, table);
    }

    private static List<@Nullable Object[]> stored(Table<LawRow> table, Store<LawRow> store, List<LawRow> rows) {
        List<Key> keys = rows.stream().map(store::keyOf).distinct().toList();
        return store.find(keys).stream()
                .map(row -> table.valuesOf(Objects.requireNonNull(row)))
                .toList();
    }

    private int compareStates(@Nullable Object[] one, @Nullable Object[] other) {
        return new Model(plain).sameState(one, other) ? 0 : 1;
    }

    private void assertSame(Table<LawRow> table, Store<LawRow> store, Model model) {
        assertSameIn(table.columns().stream().filter(Column::isSupplied).toList(), store, model);
    }

    private void assertSameIn(List<Column<LawRow>> columns, Store<LawRow> store, Model model) {
        Map<Key, @Nullable Object[]> expected = model.rows();
        List<Key> keys = List.copyOf(expected.keySet());
        List<@Nullable LawRow> found = store.find(keys);
        for (int i = 0; i < keys.size(); i++) {
            @Nullable Object[] actual = plain.valuesOf(Objects.requireNonNull(found.get(i)));
            Map<String, @Nullable Object> actualMembers = new HashMap<>();
            Map<String, @Nullable Object> expectedMembers = new HashMap<>();
            for (Column<LawRow> column : columns) {
                actualMembers.put(column.member(), actual[column.position()]);
                expectedMembers.put(
                        column.member(), Objects.requireNonNull(expected.get(keys.get(i)))[column.position()]);
            }
            assertThat(actualMembers).isEqualTo(expectedMembers);
        }
    }

    private static List<Column<LawRow>> commutingColumns(Table<LawRow> table) {
        List<MergeRule> commuting = List.of(MergeRule.ADD, MergeRule.LEAST, MergeRule.GREATEST);
        return table.columns().stream()
                .filter(column -> column.role() == Column.Role.KEY || commuting.contains(column.rule()))
                .filter(Column::isSupplied)
                .toList();
    }
}
