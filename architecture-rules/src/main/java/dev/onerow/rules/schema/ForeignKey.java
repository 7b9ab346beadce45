package dev.onerow.rules.schema;

import java.util.List;

/**
 * A reference to another table.
 *
 * @param onDelete what happens to this row when the other one goes, as in SQL
 */
public record ForeignKey(List<String> columns, String table, List<String> referenced, String onDelete) {

    @Override
    public String toString() {
        return "FOREIGN KEY (" + String.join(", ", columns) + ") REFERENCES " + table + " ("
                + String.join(", ", referenced) + ") ON DELETE " + onDelete;
    }
}
