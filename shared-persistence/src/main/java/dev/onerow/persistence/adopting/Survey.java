package dev.onerow.persistence.adopting;

import java.util.List;

/**
 * What an older database has to give.
 *
 * @param source its URL without user and password
 * @param tables those that somebody here knows, in the order in which they are taken over
 * @param unknown the names of the others
 */
public record Survey(String source, List<Found> tables, List<String> unknown) {

    /** Copies the lists. */
    public Survey {
        tables = List.copyOf(tables);
        unknown = List.copyOf(unknown);
    }

    /**
     * A table that is known here.
     *
     * @param rows how many it has
     * @param becomes what becomes of them, in a few words
     * @param lacking required columns that it has not; it cannot be taken over then
     * @param unknown its columns that nothing here knows
     */
    public record Found(String table, long rows, String becomes, List<String> lacking, List<String> unknown) {

        /** Copies the lists. */
        public Found {
            lacking = List.copyOf(lacking);
            unknown = List.copyOf(unknown);
        }

        /** Whether it can be taken over. */
        public boolean isUsable() {
            return lacking.isEmpty();
        }
    }

    /** Whether anything can be taken over. */
    public boolean isUsable() {
        return tables.stream().anyMatch(Found::isUsable);
    }
}
