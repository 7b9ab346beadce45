package dev.onerow.ledger.domain.statement;

import org.jspecify.annotations.Nullable;

/**
 * Where a CSV file has a column: under a header, or at a place.
 *
 * @param header its header; null when it is found by its place
 * @param number its place from 1; 0 when it is found by its header
 */
public record ColumnReference(@Nullable String header, int number) {

    /** Refuses a blank header and a place before the first. */
    public ColumnReference {
        if (header == null ? number < 1 : header.isBlank() || number != 0) {
            throw new IllegalArgumentException("A column is found by a header, or by its place from 1");
        }
    }

    /** The column under a header; blanks around it do not count. */
    public static ColumnReference under(String header) {
        return new ColumnReference(header.strip(), 0);
    }

    /** The column at a place, from 1. */
    public static ColumnReference at(int number) {
        return new ColumnReference(null, number);
    }

    /** The form in which it is stored, sent and hashed: a text or a number. */
    public Object plain() {
        return header == null ? (Object) number : header;
    }
}
