package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Written;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows by the declared merge rules, in one statement; the stored row is not looked at first.
 *
 * <p>What the statement left alone is read by another one, before which somebody else may have written. So the row that is
 * read is held against the one handed in, and goes again when it would be changed by it: the answer fits the row it comes with.
 */
final class MergedWrite<T> implements Write<T> {
    private static final int TRIES = 10;

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

    @Override
    public boolean writesOnce() {
        return true;
    }

    @Override
    public void write(Session<T> session, List<Input.Group<T>> groups, Answers<T> answers) throws SQLException {
        List<Input.Group<T>> open = groups;
        Map<Input.Group<T>, @Nullable Object @Nullable []> seen = new HashMap<>();
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == TRIES) {
                throw new IllegalStateException("Rows of " + table.name() + " are neither written nor seen: row level "
                        + "security hides them, or another writer keeps deleting or changing them");
            }
            open = attempt(session, open, probed && attempt == 0, seen, answers);
        }
    }

    /** Answers what was neither written nor found as it should be: somebody deleted or wrote it in between. */
    private List<Input.Group<T>> attempt(
            Session<T> session,
            List<Input.Group<T>> open,
            boolean probe,
            Map<Input.Group<T>, @Nullable Object @Nullable []> seen,
            Answers<T> answers)
            throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>(open.size());
        for (Input.Group<T> group : open) {
            rows.add(fold(table, group));
        }
        Matched written = Matched.of(table, rows, session.upsert(rows, probe));
        List<Input.Group<T>> others = new ArrayList<>();
        List<@Nullable Object[]> otherRows = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            @Nullable Object @Nullable [] changed = written.at(i);
            if (changed == null) {
                others.add(open.get(i));
                otherRows.add(rows.get(i));
            } else {
                answer(open.get(i), touched(changed), changed, answers);
            }
        }
        return answerUnchanged(session, others, otherRows, seen, answers);
    }

    private List<Input.Group<T>> answerUnchanged(
            Session<T> session,
            List<Input.Group<T>> groups,
            List<@Nullable Object[]> rows,
            Map<Input.Group<T>, @Nullable Object @Nullable []> seen,
            Answers<T> answers)
            throws SQLException {
        Matched found = Matched.of(table, rows, session.select(rows));
        List<Input.Group<T>> again = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            @Nullable Object @Nullable [] stored = found.at(i);
            // Met twice, with the write in between that left it alone, a row is equal for the database, whatever Java
            // says.
            if (stored == null
                    || (Merge.changes(table, stored, rows.get(i)) && !Arrays.equals(stored, seen.get(groups.get(i))))) {
                again.add(groups.get(i));
                seen.put(groups.get(i), stored);
            } else {
                Outcome outcome = table.compareAge(rows.get(i), stored) < 0 ? Outcome.STALE : Outcome.UNCHANGED;
                answer(groups.get(i), outcome, stored, answers);
            }
        }
        return again;
    }

    /** The rows of a group as one, as writing them in turn would have left it. Not to be changed. */
    static <T> @Nullable Object[] fold(Table<T> table, Input.Group<T> group) {
        @Nullable Object[] folded = group.inputs().get(0).values();
        for (int i = 1; i < group.inputs().size(); i++) {
            folded = Merge.merged(table, folded, group.inputs().get(i).values());
        }
        return folded;
    }

    private Outcome touched(@Nullable Object[] stored) {
        return table.versionOf(stored) == 1 ? Outcome.INSERTED : Outcome.UPDATED;
    }

    private void answer(Input.Group<T> group, Outcome outcome, @Nullable Object[] values, Answers<T> answers) {
        T stored = table.rowOf(values);
        for (Input<T> input : group.inputs()) {
            Outcome own = input.index() == group.last().index() ? outcome : Outcome.FOLDED;
            answers.put(input.index(), new Written<>(own, stored, null, null));
        }
    }
}
