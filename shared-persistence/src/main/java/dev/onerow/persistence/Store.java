package dev.onerow.persistence;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one keyed table: one key, one row, however often it is written.
 *
 * <p>Every method joins the caller's transaction when there is one, and otherwise opens its own, which is tried
 * again as a whole, a bounded number of times, when the database gave it up (serialization failure, deadlock, busy).
 * Rows are always written in one order over the whole key, so that writers of overlapping rows wait for each other
 * instead of blocking each other. Results stand in input order and are matched by key. Thread-safe.
 *
 * <p>All methods throw {@link StoreUnavailable} when the database is away or stays busy, {@link ConstraintViolated}
 * when a constraint refuses a row (nothing of the call is written then, unless {@link #quarantining()}), and
 * {@link InvalidValue} for a value that the databases cannot keep. A deferred constraint is judged at the commit: in a
 * transaction of the caller it is {@link Transactions#write} that throws, or the commit of whoever opened it, whose exception
 * {@link StoreFailure#of} tells apart.
 *
 * @param <T> the row, a record declared with {@link KeyedTable}
 */
public interface Store<T> {

    /**
     * Writes one row by the declared merge rules. The answer fits the row that comes with it: {@link Outcome#UNCHANGED} and
     * {@link Outcome#STALE} come with a stored row that the one handed in does not change, also when others write the
     * same key meanwhile.
     */
    Written<T> upsert(T row);

    /** Writes rows by the declared merge rules, each as {@link #upsert}: one answer for each, in input order; all or nothing. */
    List<Written<T>> upsertAll(Collection<T> rows);

    /**
     * Writes any number of rows by the declared merge rules in bounded memory, each chunk in a transaction of its
     * own (or all in the caller's, when there is one). Chunks that were committed stay when a later one fails;
     * sending all again is safe for every rule but {@link MergeRule#ADD}. Costs less than {@link #upsertAll(Collection)}
     * because stored rows are not read back. The stream is consumed, not closed.
     *
     * @param chunkSize rows in one transaction, 1 to 100,000
     */
    Receipt upsertAll(Stream<T> rows, int chunkSize);

    /** Writes one row as the function decides, which sees the stored row of its key. */
    Written<T> decide(T row, Decider<T> decider);

    /**
     * Writes rows as the function decides: one answer for each, in input order; all or nothing, except that a
     * refusal concerns its own row alone. The last row of a key tells what became of the key, the earlier ones are
     * {@link Outcome#FOLDED}.
     */
    List<Written<T>> decideAll(Collection<T> rows, Decider<T> decider);

    /**
     * Sets or adds to some columns of the row of a key.
     *
     * @throws IllegalArgumentException when a member does not exist or may not be changed
     */
    Patched patch(Key key, Changes changes);

    /**
     * Makes the same changes to the rows of many keys, in one statement.
     *
     * @return one answer for each key, in the order given
     */
    List<Patched> patchAll(Collection<Key> keys, Changes changes);

    /** Deletes the row of a key. */
    default Deleted delete(Key key) {
        return delete(key, null);
    }

    /** Deletes the row of a key if it has this version; null: whatever version it has. */
    Deleted delete(Key key, @Nullable Long expectedVersion);

    /**
     * Deletes the rows of many keys, in one statement.
     *
     * @return one answer for each key, in the order given; a key named twice is missing the second time
     */
    List<Deleted> deleteAll(Collection<Key> keys);

    /**
     * Deletes the children of some parents that are not to be kept, in one statement.
     *
     * @param parentMember the member that names the parent
     * @param parents values of that member; children of other parents are not touched
     * @param kept keys of the children that stay
     * @return how many rows were deleted
     */
    long retain(String parentMember, Collection<?> parents, Collection<Key> kept);

    /** Tells what {@link #upsertAll(Collection)} would do, and writes nothing. Another writer may change it meanwhile. */
    Plan<T> plan(Collection<T> rows);

    /** Tells what {@link #decideAll} would do, and writes nothing. Another writer may change it meanwhile. */
    Plan<T> plan(Collection<T> rows, Decider<T> decider);

    /** Reads the stored rows of some keys, in the order given; null where there is none. */
    List<@Nullable T> find(Collection<Key> keys);

    /**
     * Keeps every other writer out of the whole table until the caller's transaction ends, and waits first for those
     * that are writing to it. Readers go on. For maintenance that concerns all rows; tables are held in the order in
     * which everybody writes them.
     *
     * @throws IllegalStateException when the caller has no transaction, because the table would not stay held
     */
    void holdTable();

    /** The key of a row, in the form in which the database compares it. */
    Key keyOf(T row);

    /**
     * The same store with quarantine: rows that a constraint or their values make impossible come back
     * {@link Outcome#REJECTED} with the reason, and the others are written. The guilty rows are found by bisecting
     * under savepoints. Deferred constraints are judged at the end of the call: a row may come before its parent in it,
     * but not before a parent that the caller's transaction has yet to write.
     */
    Store<T> quarantining();

    /**
     * The same store for rows most of which change what is stored: it never looks first whether they do. Outcomes are
     * the same; it is quicker for such rows, and unchanged ones cost a lock.
     */
    Store<T> expectingChanges();
}
