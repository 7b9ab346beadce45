package dev.onerow.persistence.adopting;

import java.util.Set;
import java.util.TreeSet;

/**
 * An older table as a context knows it. All names in snake_case; those of the database may be in camelCase.
 *
 * @param place tables of lower places come first: those that others refer to
 * @param required without these columns the table cannot be taken over
 * @param optional columns that take a default where they are missing
 * @param becomes what becomes of its rows, in a few words for the operator
 */
public record OldShape(int place, String table, Set<String> required, Set<String> optional, String becomes) {

    /** Copies the names. */
    public OldShape {
        required = new TreeSet<>(required);
        optional = new TreeSet<>(optional);
    }

    boolean knows(String column) {
        return required.contains(column) || optional.contains(column);
    }
}
