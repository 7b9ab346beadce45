package dev.onerow.rules.schema;

import java.util.Set;
import java.util.TreeSet;

/**
 * What is unique in a table.
 *
 * @param parts the columns in the order of their names, expressions in parentheses
 */
public record Key(boolean isPrimary, Set<String> parts) {
    public Key {
        parts = new TreeSet<>(parts);
    }

    @Override
    public String toString() {
        return (isPrimary ? "PRIMARY KEY (" : "UNIQUE (") + String.join(", ", parts) + ")";
    }
}
