package dev.onerow.persistence.kernel;

import dev.onerow.persistence.ConstraintViolated;
import dev.onerow.persistence.InvalidValue;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Refusal;
import dev.onerow.persistence.Written;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what can be written and answers the rest as rejected. A refused part is taken back to its savepoint and
 * halved, so that finding one bad row among n costs about log n statements; the rows of one key are tried one by one
 * at last, because one of them may be good.
 *
 * <p>A row whose parent is missing by a deferred foreign key is looked for when all that can be written is written, for
 * the parent may be another row of the call, wherever it stands. All is taken back then, and written again without such
 * rows, until there is none: once for each generation of rows that hang on each other.
 */
final class Quarantine<T> implements Write<T> {
    private final Write<T> inner;
    private final DeferredConstraints<T> deferred;
    private final Orphans<T> orphans;

    Quarantine(Table<T> table, Write<T> inner, DeferredConstraints<T> deferred) {
        this.inner = inner;
        this.deferred = deferred;
        this.orphans = new Orphans<>(table, deferred);
    }

    @Override
    public void write(Session<T> session, List<Input.Group<T>> groups, Answers<T> answers) throws SQLException {
        if (deferred.foreignKeys(session.connection()).isEmpty()) {
            writePart(session, groups, answers);
            return;
        }
        List<Input.Group<T>> left = groups;
        while (!left.isEmpty()) {
            left = writeUnlessOrphaned(session, left, answers);
        }
    }

    /** Answers the groups that are to be written again, after nothing was. */
    private List<Input.Group<T>> writeUnlessOrphaned(
            Session<T> session, List<Input.Group<T>> groups, Answers<T> answers) throws SQLException {
        Map<Integer, Written<T>> tried = new HashMap<>();
        Savepoint savepoint = session.connection().setSavepoint();
        writePart(session, groups, tried::put);
        List<Orphans.Orphan> found = orphans.among(session, groups);
        if (found.isEmpty()) {
            session.connection().releaseSavepoint(savepoint);
            tried.forEach(answers::put);
            return List.of();
        }
        undo(session, savepoint);
        return orphans.reject(found, groups, answers);
    }

    private void writePart(Session<T> session, List<Input.Group<T>> groups, Answers<T> answers) throws SQLException {
        if (groups.isEmpty()) {
            return;
        }
        Map<Integer, Written<T>> tried = new HashMap<>();
        Savepoint savepoint = session.connection().setSavepoint();
        try {
            inner.write(session, groups, tried::put);
            deferred.judge(session.connection());
        } catch (SQLException e) {
            Refusal refusal = refusal(session, e);
            undo(session, savepoint);
            split(session, groups, refusal, answers);
            return;
        } catch (InvalidValue e) {
            undo(session, savepoint);
            split(session, groups, e.refusal(), answers);
            return;
        }
        session.connection().releaseSavepoint(savepoint);
        tried.forEach(answers::put);
    }

    private void split(Session<T> session, List<Input.Group<T>> groups, Refusal refusal, Answers<T> answers)
            throws SQLException {
        if (groups.size() > 1) {
            int half = groups.size() / 2;
            writePart(session, groups.subList(0, half), answers);
            writePart(session, groups.subList(half, groups.size()), answers);
            return;
        }
        Input.Group<T> group = groups.get(0);
        if (group.inputs().size() > 1) {
            for (Input.Group<T> single : group.oneByOne()) {
                writePart(session, List.of(single), answers);
            }
            return;
        }
        answers.put(group.last().index(), new Written<>(Outcome.REJECTED, null, null, refusal));
    }

    // PostgreSQL gets slower with each savepoint that is left open.
    private static void undo(Session<?> session, Savepoint savepoint) throws SQLException {
        session.connection().rollback(savepoint);
        session.connection().releaseSavepoint(savepoint);
    }

    private static Refusal refusal(Session<?> session, SQLException e) throws SQLException {
        RuntimeException failure = session.failure(e);
        if (failure instanceof ConstraintViolated violated) {
            return new Refusal.ByConstraint(violated.violation());
        }
        throw e;
    }
}
