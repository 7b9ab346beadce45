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
 */
final class Quarantine<T> implements Write<T> {
    private final Write<T> inner;

    Quarantine(Write<T> inner) {
        this.inner = inner;
    }

    @Override
    public void write(Session<T> session, List<Input.Group<T>> groups, Answers<T> answers) throws SQLException {
        if (groups.isEmpty()) {
            return;
        }
        Map<Integer, Written<T>> tried = new HashMap<>();
        Savepoint savepoint = session.connection().setSavepoint();
        try {
            inner.write(session, groups, tried::put);
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
            write(session, groups.subList(0, half), answers);
            write(session, groups.subList(half, groups.size()), answers);
            return;
        }
        Input.Group<T> group = groups.get(0);
        if (group.inputs().size() > 1) {
            for (Input.Group<T> single : group.oneByOne()) {
                write(session, List.of(single), answers);
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
