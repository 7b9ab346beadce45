package dev.onerow.rules.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One statement found in a text.
 *
 * @param table its table without schema and quotes, in lower case; null when the text does not name it
 * @param owner the table that a cascading foreign key refers to; null for every other verb
 * @param certain false when the text ends after the table, so that "insert into rules" may as well be a label
 * @param handlesConflict whether it says {@code ON CONFLICT}
 * @param line the line of the text in which it begins, from 1
 * @param excerpt its beginning, on one line
 */
public record Statement(
        Verb verb,
        @Nullable String table,
        @Nullable String owner,
        boolean certain,
        boolean handlesConflict,
        int line,
        String excerpt) {

    /** Whether both say the same of the same table, wherever they stand. */
    public boolean isLike(Statement other) {
        return verb == other.verb && Objects.equals(table, other.table) && Objects.equals(owner, other.owner);
    }
}
