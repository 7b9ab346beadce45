package dev.onerow.rules.sql;

import java.util.Locale;

/** What a statement does, as far as a rule wants to know it. */
public enum Verb {
    /** {@code INSERT INTO}, {@code INSERT OR IGNORE INTO}, and {@code INTO t (..) VALUES} whose verb is not in the text. */
    INSERT,
    /** {@code INSERT OR REPLACE INTO}. */
    INSERT_OR_REPLACE,
    /** {@code REPLACE INTO}. */
    REPLACE,
    /** {@code MERGE INTO .. USING}. */
    MERGE,
    /** {@code COPY .. FROM}; the other direction only reads. */
    COPY,
    /** {@code UPDATE .. SET}. */
    UPDATE,
    /** {@code DELETE FROM}. */
    DELETE,
    /** {@code TRUNCATE}. */
    TRUNCATE,
    /** {@code DROP .. CASCADE}, also of a column or a constraint. */
    DROP_CASCADE,
    /** A foreign key {@code ON DELETE CASCADE}. */
    DELETE_CASCADE;

    /** Whether the statement can make new rows. */
    public boolean isInsert() {
        return switch (this) {
            case INSERT, INSERT_OR_REPLACE, REPLACE, MERGE, COPY -> true;
            case UPDATE, DELETE, TRUNCATE, DROP_CASCADE, DELETE_CASCADE -> false;
        };
    }

    /** Whether the statement writes rows of its table. */
    public boolean isWrite() {
        return isInsert() || this == UPDATE || this == DELETE;
    }

    /** As it is written in SQL. */
    public String words() {
        return switch (this) {
            case DROP_CASCADE -> "DROP ... CASCADE";
            case DELETE_CASCADE -> "ON DELETE CASCADE";
            default -> name().replace('_', ' ').toUpperCase(Locale.ROOT);
        };
    }
}
