package dev.onerow.persistence;

/** A {@link KeyedTable} declaration contradicts itself. Thrown at start, with the table and what to write instead. */
public final class WrongDeclaration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A contradiction, in words for who wrote the declaration. */
    public WrongDeclaration(String message) {
        super(message);
    }
}
