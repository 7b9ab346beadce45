package dev.onerow.persistence;

import java.util.function.Supplier;

/**
 * Runs work in a transaction of the database in use. Repositories of Micronaut Data and the kernel work on the same
 * connection inside. Thread-safe; a transaction belongs to the thread that opened it.
 *
 * <p>A transaction that was opened here is tried again as a whole when the database gave it up: after a
 * serialization failure, a deadlock, or when SQLite was busy. So the work may run more than once and must have no
 * effect that a rollback does not undo. The time for the tries is bounded, and the number of those that write.
 *
 * <p>All methods that run work throw {@link StoreUnavailable} when the database is away or stays busy, with the failures of
 * earlier tries as suppressed. After a failure of the connection while committing nobody knows whether the
 * transaction was committed: it is not tried again here.
 */
public interface Transactions {

    /**
     * Runs work that may write: in the caller's transaction when there is one, which then is rolled back when the work
     * fails, and otherwise in one of its own (READ COMMITTED on PostgreSQL; on SQLite the only one that writes).
     *
     * @throws ConstraintViolated when a deferred constraint refuses a row at the commit; nothing is written then
     * @throws IllegalStateException when the caller's transaction is one of {@link #read}
     */
    <T> T write(Supplier<T> work);

    /** As {@link #write(Supplier)}, for work without a result. */
    default void write(Runnable work) {
        write(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Runs work that only reads and sees one state of the database throughout: in the caller's transaction when there
     * is one, and otherwise in a read-only one of its own, which waits for no writer and keeps no writer waiting.
     *
     * @throws IllegalStateException when the work tries to write
     */
    <T> T read(Supplier<T> work);

    /**
     * Runs reads in the caller's transaction, each planned for the very values that it asks for. For statements with long
     * lists of values: PostgreSQL looks values up in a list that it knows, but in a plan that it keeps for any list it
     * compares each row with one value after another. Nothing but running them on SQLite. Not to be nested.
     *
     * @throws IllegalStateException outside of a transaction
     */
    <T> T plannedForValues(Supplier<T> reads);

    /** Whether the calling thread is inside a transaction, of whatever origin. */
    boolean isActive();

    /**
     * Forgets how the statements of this connection were to be executed, so that each is planned again, for the rows that
     * are there by now. For work that reads or refers to very many rows, before it begins and after it has written
     * them: PostgreSQL keeps a plan until it has analysed the table again, the checks of foreign keys included, and one
     * that was made for a few dozen rows reads all of them each time, however many they have become. Does nothing on
     * SQLite, whose plans do not depend on the number of rows where nobody analyses it.
     *
     * @throws IllegalStateException outside of a transaction, where another connection may execute what follows
     */
    void planAfresh();
}
