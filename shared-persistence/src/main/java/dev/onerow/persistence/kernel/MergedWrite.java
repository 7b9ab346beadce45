package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Key;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Written;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rows by the declared merge rules, in one statement; the stored row is not looked at first. */
final class MergedWrite<T> implements Write<T> {
    private static final int TRIES = 3;

    private final Table<T> table;
    private final boolean probed;

    /**
     * A merged write.
     *
     * @param probed whether rows that change nothing are sorted out before they are locked
     */
    MergedWrite(Table<T> table, boolean probed) {
        this.table = table;
        this.probed = probed;
    }

    /** The rows of a key, and what they are as one. */
    private static final class Folded<T> {
        final Input.Group<T> group;
        final @Nullable Object[] values;

        Folded(Table<T> table, Input.Group<T> group) {
            this.group = group;
            this.values = fold(table, group);
        }
    }

    @Override
    public void write(Session<T> session, List<Input.Group<T>> groups, Answers<T> answers) throws SQLException {
        List<Folded<T>> open = new ArrayList<>(groups.size());
        for (Input.Group<T> group : groups) {
            open.add(new Folded<>(table, group));
        }
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == TRIES) {
                throw new IllegalStateException("Rows of " + table.name() + " are neither written nor seen: row level "
                        + "security hides them, or another writer keeps deleting them");
            }
            open = attempt(session, open, probed && attempt == 0, answers);
        }
    }

    /** Answers what was neither written nor found: it was deleted in between. */
    private List<Folded<T>> attempt(Session<T> session, List<Folded<T>> open, boolean probe, Answers<T> answers)
            throws SQLException {
        Map<Key, @Nullable Object[]> written = table.byKey(
                session.upsert(open.stream().map(folded -> folded.values).toList(), probe));
        Map<Key, @Nullable Object[]> found = table.byKey(session.select(open.stream()
                .map(folded -> folded.group.key())
                .filter(key -> !written.containsKey(key))
                .toList()));
        List<Folded<T>> lost = new ArrayList<>();
        for (Folded<T> folded : open) {
            @Nullable Object[] changed = written.get(folded.group.key());
            @Nullable Object[] unchanged = found.get(folded.group.key());
            if (changed != null) {
                answer(folded.group, touched(changed), table.rowOf(changed), answers);
            } else if (unchanged != null) {
                answer(folded.group, untouched(folded.values, unchanged), table.rowOf(unchanged), answers);
            } else {
                lost.add(folded);
            }
        }
        return lost;
    }

    /** The rows of a group as one, as writing them in turn would have left it. */
    static <T> @Nullable Object[] fold(Table<T> table, Input.Group<T> group) {
        @Nullable Object[] folded = table.valuesOf(group.inputs().get(0).row());
        for (Input<T> input : group.inputs().subList(1, group.inputs().size())) {
            folded = Merge.merged(table, folded, table.valuesOf(input.row()));
        }
        return folded;
    }

    private Outcome touched(@Nullable Object[] stored) {
        return table.versionOf(stored) == 1 ? Outcome.INSERTED : Outcome.UPDATED;
    }

    private Outcome untouched(@Nullable Object[] incoming, @Nullable Object[] stored) {
        return table.compareAge(incoming, stored) < 0 ? Outcome.STALE : Outcome.UNCHANGED;
    }

    private void answer(Input.Group<T> group, Outcome outcome, T stored, Answers<T> answers) {
        for (Input<T> input : group.inputs()) {
            Outcome own = input.index() == group.last().index() ? outcome : Outcome.FOLDED;
            answers.put(input.index(), new Written<>(own, stored, null, null));
        }
    }
}
