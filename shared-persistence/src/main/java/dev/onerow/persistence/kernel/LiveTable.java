package dev.onerow.persistence.kernel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as the database has it.
 *
 * @param exists whether there is one of this name
 * @param obstacle why rows cannot be upserted into it at all, such as that it is a view; or null
 * @param columns its columns
 * @param uniques what keeps some of its columns unique, primary key included
 * @param sequences sequences of 32 bits or less that fill its columns
 * @param notices what is worth knowing about it: triggers, row security and the like
 */
record LiveTable(
        boolean exists,
        @Nullable String obstacle,
        List<LiveColumn> columns,
        List<LiveUnique> uniques,
        List<Sequence> sequences,
        List<Notice> notices) {

    /** No table that can be seen; the notices say why it cannot, if it may be there. */
    static LiveTable absent(List<Notice> notices) {
        return new LiveTable(false, null, List.of(), List.of(), List.of(), notices);
    }

    Optional<LiveColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * A column.
     *
     * @param type the type in the word of the catalogue
     * @param notNull whether it refuses NULL
     * @param filled whether the database fills it when it is not named: default, identity, computed
     * @param computed whether it can only be read
     * @param byteOrdered whether equal means the same bytes, and order is theirs
     */
    record LiveColumn(
            String name, String type, boolean notNull, boolean filled, boolean computed, boolean byteOrdered) {}

    /**
     * A unique index.
     *
     * @param name its name
     * @param columns its key columns; empty when it is over expressions
     * @param fault why it cannot be a conflict target, or null when it can
     * @param cure statements that clear the way for one that can, or none
     */
    record LiveUnique(
            String name, List<String> columns, @Nullable String fault, List<String> cure) {}

    /**
     * Something worth knowing.
     *
     * @param text what is so
     * @param fatal whether the table cannot be written as declared because of it
     * @param repair statements that end it, or none
     */
    record Notice(String text, boolean fatal, List<String> repair) {}

    /**
     * A sequence that can come to its end.
     *
     * @param name its name
     * @param max its greatest value
     * @param last the last one taken
     */
    record Sequence(String name, long max, long last) {
        private static final long NEAR = 10;

        long left() {
            return max - last;
        }

        /** Whether less than a tenth of its values is left. */
        boolean isNearItsEnd() {
            return left() < max / NEAR;
        }
    }
}
