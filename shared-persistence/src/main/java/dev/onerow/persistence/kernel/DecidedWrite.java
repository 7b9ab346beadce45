package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as a function of the stored row decides.
 *
 * <p>A plain read is a hint: what it answers without a write is done, because at that moment it was true. A single row
 * is then overwritten if it still is in the state that was read, its id and version, that is: the very one decided on. For the
 * rest one sorted statement inserts the absent keys and holds the present ones; what was present is read again, now
 * held, and decided again. On SQLite the transaction holds the only write lock, so the first read is the truth.
 */
final class DecidedWrite<T> implements Write<T> {
    private static final int TRIES = 10;

    private final Table<T> table;
    private final Decider<T> decider;
    private final boolean exclusive;
    private final boolean quarantined;

    /**
     * A decided write.
     *
     * @param exclusive whether no other writer can come between a read and a write of this transaction
     * @param quarantined whether a value that cannot be stored refuses its own row alone
     */
    DecidedWrite(Table<T> table, Decider<T> decider, boolean exclusive, boolean quarantined) {
        this.table = table;
        this.decider = decider;
        this.exclusive = exclusive;
        this.quarantined = quarantined;
    }

    @Override
    public void write(Session<T> session, List<Input.Group<T>> groups, Answers<T> answers) throws SQLException {
        List<Input.Group<T>> open = groups;
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == TRIES) {
                throw new IllegalStateException(
                        "Rows of " + table.name()
                                + " are held but not seen: row level security hides them, or another writer keeps deleting them");
            }
            List<Chain<T>> writing = answerWithoutWriting(decideFromStored(session, open), answers);
            open = exclusive ? writeExclusively(session, writing, answers) : claimAndWrite(session, writing, answers);
        }
    }

    private List<Chain<T>> decideFromStored(Session<T> session, List<Input.Group<T>> groups) throws SQLException {
        List<@Nullable Object[]> keys = groups.stream().map(Input.Group::key).toList();
        Matched stored = Matched.of(table, keys, session.select(keys));
        List<Chain<T>> chains = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            chains.add(Chain.decide(table, groups.get(i), stored.at(i), decider, session.now(), quarantined));
        }
        return chains;
    }

    private List<Chain<T>> answerWithoutWriting(List<Chain<T>> chains, Answers<T> answers) {
        List<Chain<T>> writing = new ArrayList<>();
        for (Chain<T> chain : chains) {
            if (chain.isWriting()) {
                writing.add(chain);
            } else {
                chain.answer(chain.untouched(), chain.before(), answers);
            }
        }
        return writing;
    }

    private List<Input.Group<T>> writeExclusively(Session<T> session, List<Chain<T>> chains, Answers<T> answers)
            throws SQLException {
        List<Chain<T>> births = chains.stream().filter(Chain::isBirth).toList();
        Matched inserted = claim(session, births);
        for (int i = 0; i < births.size(); i++) {
            @Nullable Object @Nullable [] stored = inserted.at(i);
            if (stored == null) {
                throw new IllegalStateException("Another writer came between a read and a write of one transaction");
            }
            births.get(i).answer(Outcome.INSERTED, table.rowOf(stored), answers);
        }
        overwrite(session, chains.stream().filter(chain -> !chain.isBirth()).toList(), answers);
        return List.of();
    }

    /** Answers the groups that have to be decided once more from the start. */
    private List<Input.Group<T>> claimAndWrite(Session<T> session, List<Chain<T>> chains, Answers<T> answers)
            throws SQLException {
        if (chains.size() == 1 && isOverwritten(session, chains.get(0), answers)) {
            return List.of();
        }
        Matched inserted = claim(session, chains);
        List<Input.Group<T>> vanished = new ArrayList<>();
        List<Input.Group<T>> held = new ArrayList<>();
        for (int i = 0; i < chains.size(); i++) {
            Chain<T> chain = chains.get(i);
            @Nullable Object @Nullable [] stored = inserted.at(i);
            if (stored == null) {
                held.add(chain.group());
            } else if (chain.isBirth()) {
                chain.answer(Outcome.INSERTED, table.rowOf(stored), answers);
            } else {
                vanished.add(chain.group());
            }
        }
        // The row was there when it was decided, and deleted before it was held: what we put back was decided from a
        // row that is no more, so it goes again and is decided as absent.
        session.delete(vanished.stream().map(Input.Group::key).toList());
        overwrite(session, answerWithoutWriting(decideFromStored(session, held), answers), answers);
        return vanished;
    }

    /** Tries it without holding the row first, which several rows need, to be locked in the one order of all writers. */
    private boolean isOverwritten(Session<T> session, Chain<T> chain, Answers<T> answers) throws SQLException {
        @Nullable Object @Nullable [] stored = chain.stored();
        if (stored == null || !table.tellsStatesApart()) {
            return false;
        }
        List<@Nullable Object[]> updated = session.overwriteState(stored, chain.result());
        if (updated.isEmpty()) {
            return false;
        }
        chain.answer(Outcome.UPDATED, table.rowOf(updated.get(0)), answers);
        return true;
    }

    private Matched claim(Session<T> session, List<Chain<T>> chains) throws SQLException {
        List<@Nullable Object[]> rows = chains.stream().map(Chain::result).toList();
        return Matched.of(table, rows, session.claim(rows));
    }

    private void overwrite(Session<T> session, List<Chain<T>> chains, Answers<T> answers) throws SQLException {
        List<@Nullable Object[]> rows = chains.stream().map(Chain::result).toList();
        Matched updated = Matched.of(table, rows, session.overwrite(rows));
        for (int i = 0; i < chains.size(); i++) {
            Chain<T> chain = chains.get(i);
            @Nullable Object @Nullable [] stored = updated.at(i);
            if (stored == null) {
                chain.answer(chain.untouched(), chain.before(), answers);
            } else {
                chain.answer(Outcome.UPDATED, table.rowOf(stored), answers);
            }
        }
    }
}
