package dev.onerow.persistence;

/** Gives the {@link Store} of each keyed table. Thread-safe; the store of a row type is always the same object. */
public interface Stores {

    /**
     * The store of this row type.
     *
     * @throws WrongDeclaration when the type is not declared with {@link KeyedTable}, or its declaration
     *     contradicts itself
     */
    <T> Store<T> of(Class<T> row);
}
