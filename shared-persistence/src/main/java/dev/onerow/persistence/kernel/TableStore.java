package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Changes;
import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Deleted;
import dev.onerow.persistence.InvalidValue;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Patched;
import dev.onerow.persistence.Plan;
import dev.onerow.persistence.Receipt;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Written;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of one table: turns calls into groups of inputs and sessions, and their answers into results. */
final class TableStore<T> implements Store<T> {
    private static final int LARGEST_CHUNK = 100_000;

    private final Table<T> table;
    private final Work<T> work;
    private final WriteMetrics metrics;
    private final Probing probing;
    private final boolean quarantined;

    TableStore(Table<T> table, Work<T> work, WriteMetrics metrics) {
        this(table, work, metrics, new Probing(), false);
    }

    private TableStore(Table<T> table, Work<T> work, WriteMetrics metrics, Probing probing, boolean quarantined) {
        this.table = table;
        this.work = work;
        this.metrics = metrics;
        this.probing = probing;
        this.quarantined = quarantined;
    }

    Table<T> table() {
        return table;
    }

    @Override
    public Written<T> upsert(T row) {
        return write(List.of(row), new MergedWrite<>(table, false)).get(0);
    }

    @Override
    public List<Written<T>> upsertAll(Collection<T> rows) {
        return upsertAll(rows, probing);
    }

    @Override
    public Receipt upsertAll(Stream<T> rows, int chunkSize) {
        if (chunkSize < 1 || chunkSize > LARGEST_CHUNK) {
            throw new IllegalArgumentException("A chunk has 1 to " + LARGEST_CHUNK + " rows, not " + chunkSize);
        }
        Probing own = new Probing();
        Receipt receipt = Receipt.EMPTY;
        Iterator<T> left = rows.iterator();
        while (left.hasNext()) {
            List<T> chunk = new ArrayList<>();
            while (left.hasNext() && chunk.size() < chunkSize) {
                chunk.add(left.next());
            }
            receipt = receipt.plus(Receipt.ofWritten(upsertAll(chunk, own)));
        }
        return receipt;
    }

    @Override
    public Written<T> decide(T row, Decider<T> decider) {
        return decideAll(List.of(row), decider).get(0);
    }

    @Override
    public List<Written<T>> decideAll(Collection<T> rows, Decider<T> decider) {
        return write(rows, new DecidedWrite<>(table, decider, work.isExclusive(), quarantined));
    }

    @Override
    public Patched patch(Key key, Changes changes) {
        return patchAll(List.of(key), changes).get(0);
    }

    @Override
    public List<Patched> patchAll(Collection<Key> keys, Changes changes) {
        Patch<T> patch = Patch.of(table, changes);
        List<Key> asked = canonical(keys);
        return work.writing(session -> {
            Set<Key> changed = keysOf(session.patch(sorted(asked), patch));
            Map<Key, @Nullable Object[]> stored = table.byKey(session.select(
                    sorted(asked).stream().filter(key -> !changed.contains(key)).toList()));
            return asked.stream()
                    .map(key -> changed.contains(key) ? Patched.UPDATED : unpatched(stored.get(key), patch))
                    .toList();
        });
    }

    @Override
    public Deleted delete(Key key, @Nullable Long expectedVersion) {
        Key asked = table.canonical(key);
        return work.writing(session -> {
            if (!session.delete(List.of(asked), expectedVersion).isEmpty()) {
                return Deleted.DELETED;
            }
            boolean there =
                    expectedVersion != null && !session.select(List.of(asked)).isEmpty();
            return there ? Deleted.VERSION_DIFFERS : Deleted.MISSING;
        });
    }

    @Override
    public List<Deleted> deleteAll(Collection<Key> keys) {
        List<Key> asked = canonical(keys);
        return work.writing(session -> {
            Set<Key> deleted = keysOf(session.delete(sorted(asked), null));
            return asked.stream()
                    .map(key -> deleted.remove(key) ? Deleted.DELETED : Deleted.MISSING)
                    .toList();
        });
    }

    @Override
    public long retain(String parentMember, Collection<?> parents, Collection<Key> kept) {
        Column<T> parent = table.column(parentMember);
        List<Object> values = new ArrayList<>();
        for (Object value : new LinkedHashSet<>(parents)) {
            values.add(Objects.requireNonNull(parent.canonical(value)));
        }
        Set<Key> staying = new HashSet<>(canonical(kept));
        return work.writing(session -> {
            List<Key> going = session.childrenOf(parent, values).stream()
                    .map(table::keyOf)
                    .filter(key -> !staying.contains(key))
                    .toList();
            return (long) session.delete(sorted(going), null).size();
        });
    }

    @Override
    public void holdTable() {
        work.holdingTable();
    }

    @Override
    public Plan<T> plan(Collection<T> rows) {
        return planned(List.copyOf(rows), Planner::merged);
    }

    @Override
    public Plan<T> plan(Collection<T> rows, Decider<T> decider) {
        return planned(List.copyOf(rows), (planner, groups) -> planner.decided(groups, decider, quarantined));
    }

    @Override
    public List<@Nullable T> find(Collection<Key> keys) {
        List<Key> asked = canonical(keys);
        return work.reading(session -> {
            Map<Key, @Nullable Object[]> stored = table.byKey(session.select(sorted(asked)));
            List<@Nullable T> found = new ArrayList<>(asked.size());
            for (Key key : asked) {
                @Nullable Object[] row = stored.get(key);
                found.add(row == null ? null : table.rowOf(row));
            }
            return found;
        });
    }

    @Override
    public Key keyOf(T row) {
        return table.keyOf(table.valuesOf(row));
    }

    @Override
    public Store<T> quarantining() {
        return new TableStore<>(table, work, metrics, probing, true);
    }

    private List<Written<T>> upsertAll(Collection<T> rows, Probing probing) {
        boolean probed = probing.pays() && !work.isExclusive() && rows.size() > 1;
        List<Written<T>> written = write(rows, new MergedWrite<>(table, probed));
        probing.learn(written);
        return written;
    }

    private List<Written<T>> write(Collection<T> rows, Write<T> write) {
        List<T> inputs = List.copyOf(rows);
        Write<T> chosen = quarantined ? new Quarantine<>(write) : write;
        long started = System.nanoTime();
        List<Written<T>> written = work.writing(session -> {
            Map<Integer, Written<T>> answers = new HashMap<>();
            chosen.write(session, grouped(inputs, answers::put), answers::put);
            return inOrder(answers, inputs.size());
        });
        metrics.record(written, Duration.ofNanos(System.nanoTime() - started));
        return written;
    }

    private interface Planning<T> {
        void plan(Planner<T> planner, List<Input.Group<T>> groups) throws SQLException;
    }

    private Plan<T> planned(List<T> inputs, Planning<T> planning) {
        return work.reading(session -> {
            Planner<T> planner = new Planner<>(table, session);
            planning.plan(planner, grouped(inputs, (index, written) -> planner.put(index, written, List.of())));
            return planner.plan(inputs.size());
        });
    }

    /** The inputs by key, in the one order of all writers. */
    private List<Input.Group<T>> grouped(List<T> inputs, Write.Answers<T> rejected) {
        Map<Key, List<Input<T>>> byKey = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            try {
                byKey.computeIfAbsent(table.keyOf(table.valuesOf(inputs.get(i))), key -> new ArrayList<>(1))
                        .add(new Input<>(i, inputs.get(i)));
            } catch (InvalidValue e) {
                if (!quarantined) {
                    throw e;
                }
                rejected.put(i, new Written<>(Outcome.REJECTED, null, null, e.refusal()));
            }
        }
        return byKey.entrySet().stream()
                .map(entry -> new Input.Group<>(entry.getKey(), entry.getValue()))
                .sorted((left, right) -> table.compareKeys(left.key(), right.key()))
                .toList();
    }

    private static <T> List<Written<T>> inOrder(Map<Integer, Written<T>> answers, int size) {
        List<Written<T>> written = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            written.add(Objects.requireNonNull(answers.get(i)));
        }
        return written;
    }

    private List<Key> canonical(Collection<Key> keys) {
        return keys.stream().map(table::canonical).toList();
    }

    private List<Key> sorted(Collection<Key> keys) {
        return keys.stream().distinct().sorted(table::compareKeys).toList();
    }

    private Set<Key> keysOf(List<@Nullable Object[]> rows) {
        return new HashSet<>(table.byKey(rows).keySet());
    }

    private Patched unpatched(@Nullable Object @Nullable [] stored, Patch<T> patch) {
        if (stored == null) {
            return Patched.MISSING;
        }
        Long expected = patch.expectedVersion();
        boolean differs = expected != null && expected != table.versionOf(stored);
        return differs ? Patched.VERSION_DIFFERS : Patched.UNCHANGED;
    }
}
