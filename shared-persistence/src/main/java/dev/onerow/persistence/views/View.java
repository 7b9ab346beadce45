package dev.onerow.persistence.views;

import java.util.List;

/**
 * A view as the catalogue has it now.
 *
 * @param schema where it lives; {@code main} on SQLite
 * @param columns in order; empty when the database itself can no longer make sense of the view, as SQLite lets happen
 * @param definition the text by which the catalogue remembers it: the same view gives the same text as long as the server
 *     is of the same version
 * @param ownSchema whether it lives where {@link Views} makes views (SQLite has one place for all)
 */
public record View(String schema, String name, List<ViewColumn> columns, String definition, boolean ownSchema) {

    /** Copies the columns. */
    public View {
        columns = List.copyOf(columns);
    }

    /** Its name for a statement. */
    String quoted() {
        return Quoted.name(schema, name);
    }
}
