package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Changes;
import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Deleted;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Patched;
import dev.onerow.persistence.Plan;
import dev.onerow.persistence.Receipt;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of one table: turns calls into sessions, and their answers into results. */
final class TableStore<T> implements Store<T> {
    private static final int LARGEST_CHUNK = 100_000;

    private final Table<T> table;
    private final Work<T> work;
    private final Writing<T> writing;

    TableStore(Table<T> table, Writing<T> writing) {
        this.table = table;
        this.work = writing.work();
        this.writing = writing;
    }

    Table<T> table() {
        return table;
    }

    @Override
    public Written<T> upsert(T row) {
        return writing.upsert(row);
    }

    @Override
    public List<Written<T>> upsertAll(Collection<T> rows) {
        return writing.upsertAll(rows);
    }

    @Override
    public Receipt upsertAll(Stream<T> rows, int chunkSize) {
        if (chunkSize < 1 || chunkSize > LARGEST_CHUNK) {
            throw new IllegalArgumentException("A chunk has 1 to " + LARGEST_CHUNK + " rows, not " + chunkSize);
        }
        Probing own = writing.probing();
        Receipt receipt = Receipt.EMPTY;
        Spliterator<T> left = rows.spliterator();
        List<T> chunk = next(left, chunkSize);
        while (!chunk.isEmpty()) {
            receipt = receipt.plus(writing.receipt(chunk, own));
            chunk = next(left, chunkSize);
        }
        return receipt;
    }

    private static <T> List<T> next(Spliterator<T> left, int chunkSize) {
        List<T> chunk = new ArrayList<>((int) Math.min(chunkSize, Math.max(0, left.getExactSizeIfKnown())));
        Consumer<T> taking = chunk::add; // Once, or there would be an object for every row.
        boolean more = true;
        while (more && chunk.size() < chunkSize) {
            more = left.tryAdvance(taking);
        }
        return chunk;
    }

    @Override
    public Written<T> decide(T row, Decider<T> decider) {
        return decideAll(List.of(row), decider).get(0);
    }

    @Override
    public List<Written<T>> decideAll(Collection<T> rows, Decider<T> decider) {
        return writing.decideAll(rows, decider);
    }

    @Override
    public Patched patch(Key key, Changes changes) {
        return patchAll(List.of(key), changes).get(0);
    }

    @Override
    public List<Patched> patchAll(Collection<Key> keys, Changes changes) {
        Patch<T> patch = Patch.of(table, changes);
        List<Key> asked = canonical(keys);
        return writing.counted(session -> {
            Set<Key> changed = keysOf(session.patch(sorted(asked), patch));
            Map<Key, @Nullable Object[]> stored = table.byKey(session.find(
                    sorted(asked).stream().filter(key -> !changed.contains(key)).toList()));
            return asked.stream()
                    .map(key -> changed.contains(key) ? Patched.UPDATED : unpatched(stored.get(key), patch))
                    .toList();
        });
    }

    @Override
    public Deleted delete(Key key, @Nullable Long expectedVersion) {
        Key asked = table.canonical(key);
        return writing.counted(session -> {
                    if (!session.delete(List.of(asked), expectedVersion).isEmpty()) {
                        return List.of(Deleted.DELETED);
                    }
                    boolean there = expectedVersion != null
                            && !session.find(List.of(asked)).isEmpty();
                    return List.of(there ? Deleted.VERSION_DIFFERS : Deleted.MISSING);
                })
                .get(0);
    }

    @Override
    public List<Deleted> deleteAll(Collection<Key> keys) {
        List<Key> asked = canonical(keys);
        return writing.counted(session -> {
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
        List<Deleted> deleted = writing.counted(session -> {
            List<Key> going = session.childrenOf(parent, values).stream()
                    .map(table::keyOf)
                    .filter(key -> !staying.contains(key))
                    .toList();
            return session.delete(sorted(going), null).stream()
                    .map(row -> Deleted.DELETED)
                    .toList();
        });
        return deleted.size();
    }

    @Override
    public void holdTable() {
        work.holdingTable();
    }

    @Override
    public Plan<T> plan(Collection<T> rows) {
        return writing.plan(rows);
    }

    @Override
    public Plan<T> plan(Collection<T> rows, Decider<T> decider) {
        return writing.plan(rows, decider);
    }

    @Override
    public List<@Nullable T> find(Collection<Key> keys) {
        List<Key> asked = canonical(keys);
        return work.reading(session -> {
            Map<Key, @Nullable Object[]> stored = table.byKey(session.find(sorted(asked)));
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
        return new TableStore<>(table, writing.quarantining());
    }

    @Override
    public Store<T> expectingChanges() {
        return new TableStore<>(table, writing.expectingChanges());
    }

    private List<Key> canonical(Collection<Key> keys) {
        return keys.stream().map(table::canonical).toList();
    }

    private List<Key> sorted(Collection<Key> keys) {
        return keys.stream()
                .distinct()
                .sorted((left, right) -> table.compareKeys(table.valuesOf(left), table.valuesOf(right)))
                .toList();
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
