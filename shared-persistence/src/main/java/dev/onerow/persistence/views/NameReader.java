package dev.onerow.persistence.views;

import java.util.Set;

/** Reads the names that an SQL text mentions, in lower case. SQLite does not say which views a view reads. */
@FunctionalInterface
public interface NameReader {

    /** All identifiers of the text; too many do less harm than too few. */
    Set<String> namesIn(String sql);
}
