package dev.onerow.ledger.domain.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** In which direction the rows of a file run. */
public enum RowOrder {
    /** The first row is the most recent. */
    NEWEST_FIRST,
    /** The first row is the oldest. */
    OLDEST_FIRST;

    /**
     * The order that the dates show: more ascents than descents is oldest first.
     *
     * @param dates dates of the rows in file order
     * @param usual what holds in a draw
     */
    public static RowOrder seenIn(List<LocalDate> dates, RowOrder usual) {
        int lean = 0;
        for (int i = 1; i < dates.size(); i++) {
            lean += Integer.signum(dates.get(i).compareTo(dates.get(i - 1)));
        }
        return lean == 0 ? usual : lean > 0 ? OLDEST_FIRST : NEWEST_FIRST;
    }

    /** The rows with the most recent first: by date and time, within one second as the file runs. */
    public <T> List<T> mostRecentFirst(List<T> fileOrder, Function<T, StatementEntry> entry) {
        List<T> rows = new ArrayList<>(fileOrder);
        if (this == OLDEST_FIRST) {
            Collections.reverse(rows);
        }
        rows.sort(Comparator.comparing((T row) -> entry.apply(row).date())
                .thenComparing(row -> entry.apply(row).time())
                .reversed());
        return rows;
    }
}
