package dev.onerow.persistence;

/** Gives the {@link Store} of each keyed table. Thread-safe. */
public interface Stores {

    /**
     * The store of this row type, always the same object.
     *
     * @throws WrongDeclaration when the type is not declared with {@link KeyedTable}, or its declaration
     *     contradicts itself
     */
    <T> Store<T> of(Class<T> row);

    /**
     * A store for rows that bring the id that the database makes otherwise, because they had it elsewhere. Each row
     * handed in has one, which no stored row has; a row whose key is stored keeps the id that it has. To be followed by
     * {@link #continueIds} in the same transaction. A new object each time, with statements of its own: to be kept as long
     * as it is used.
     */
    <T> Store<T> withGivenIds(Class<T> row);

    /**
     * Lets the database make ids above all that are stored. Holds the table until the caller's transaction ends.
     *
     * @throws IllegalStateException when there is no transaction
     */
    void continueIds(Class<?> row);
}
