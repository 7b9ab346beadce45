package dev.onerow.registry.domain;

import java.util.List;

/**
 * A view as the database has it now.
 *
 * @param definitionHash SHA-256 of the text by which the catalogue remembers it
 */
public record LiveView(List<Column> columns, String definitionHash) {
    public LiveView {
        columns = List.copyOf(columns);
    }
}
