package dev.onerow.rules.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table as it is in a database. */
public record Table(String name, Map<String, Column> columns, Set<Key> keys, Set<ForeignKey> foreignKeys) {

    /** Whether it has a unique key over columns that the database does not generate. */
    public boolean isKeyed() {
        return !businessKeys().isEmpty();
    }

    /** The keys that a caller can know before the row is there. */
    public List<Key> businessKeys() {
        return keys.stream()
                .filter(key -> key.parts().stream()
                        .allMatch(part ->
                                columns.containsKey(part) && !columns.get(part).isGenerated()))
                .toList();
    }
}
