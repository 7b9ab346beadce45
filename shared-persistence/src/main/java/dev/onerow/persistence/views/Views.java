package dev.onerow.persistence.views;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The views of the database. Every method works in the transaction that the calling thread is in, and fails without one;
 * those that change something want {@link #lock} first. A name means the view of that name in the schema where this
 * makes views, else in the first readable schema that has one. Thread-safe.
 */
public interface Views {

    /** How long one creation may take. */
    Duration CREATION_LIMIT = Duration.ofSeconds(30);

    /** How long locks are waited for, in all. */
    Duration LOCK_LIMIT = Duration.ofSeconds(10);

    /**
     * Waits until this transaction is the only one that changes views; it stays so until its end.
     *
     * @throws ViewsBusy after {@link #LOCK_LIMIT}
     */
    void lock();

    /** The view of this name. */
    Optional<View> find(String name);

    /** All views that a name can mean, by name; one statement, but for views that SQLite can no longer make sense of. */
    List<View> all();

    /** All views that read this one, directly or through others: distance, then name. */
    List<Dependant> dependantsOf(View view, NameReader names);

    /**
     * Makes a view of this name, in place of the one there is. Views that read it are kept: where the database cannot
     * keep them, they are made again with their owners, rights, comments and options, and all of them are readable
     * afterwards, or nothing has changed. Whether the view itself is, {@link #probe} or {@link #countMade} has to tell.
     * Readers are given way to: the locks are tried for less than a second at a time, with pauses.
     *
     * @param select judged by the caller: exactly one statement, a query
     * @throws ViewRefused when something else has the name, the SELECT is wrong or reads what it may not, or a
     *     dependant cannot go on
     * @throws ViewsBusy when readers leave no gap for {@link #LOCK_LIMIT}
     */
    Replacement replace(String name, String select, NameReader names);

    /**
     * Makes sure that a view which this transaction has made can be read. No row of it is.
     *
     * @throws ViewRefused when it cannot
     * @throws ViewsBusy when something that it reads is locked; the transaction is to be tried again
     */
    void probe(View made);

    /**
     * Drops a view.
     *
     * @throws ViewRefused when something depends on it
     * @throws ViewsBusy when readers leave no gap for {@link #LOCK_LIMIT}
     */
    void drop(View view);

    /**
     * Counts the rows of a view and evaluates every cell, where nothing can be written; empty when that takes too long:
     * 5 s, on SQLite 1 s, because it holds the only writer.
     *
     * @throws ViewRefused when the view cannot be read
     */
    OptionalLong count(View view);

    /**
     * {@link #count} for a view that this transaction has made, which does what {@link #probe} does as well, however long
     * counting takes.
     */
    OptionalLong countMade(View made);

    /** The version of the server that writes definitions, such as 150018; empty where texts are kept as given. */
    OptionalInt serverVersion();

    /** Dooms the transaction: its work goes on, and at its end everything it did is undone without an error. */
    void undoAtTheEnd();
}
