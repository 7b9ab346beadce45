package dev.onerow.persistence.views;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a view, in which order.
 *
 * @param sort column to sort by first, one of the view's; null for none
 * @param descending whether that column goes down, nulls first; otherwise up, nulls last
 * @param ordered whether all columns from the left decide where the sort does not; without sort and this the view's own
 *     order stays
 * @param contains text that one of the cells must contain, ASCII letters in any case; null for all rows
 * @param limit most rows; null for all
 * @param offset rows to leave out
 */
public record RowQuery(
        @Nullable String sort,
        boolean descending,
        boolean ordered,
        @Nullable String contains,
        @Nullable Integer limit,
        long offset) {

    /** Every row, in the view's own order. */
    public static RowQuery all() {
        return new RowQuery(null, false, false, null, null, 0);
    }
}
