package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Receipt;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows by the declared merge rules, and only counts what became of them: no row comes back. What was not
 * written is unchanged, because the statement met its row; so tables with a guard against older rows, where it could
 * be stale as well, are not written like this.
 */
final class CountedWrite<T> {
    private final Table<T> table;
    private final boolean probed;

    CountedWrite(Table<T> table, boolean probed) {
        this.table = table;
        this.probed = probed;
    }

    /** Whether counting tells everything about this table. */
    static boolean suits(Table<?> table) {
        return table.newerBy().isEmpty();
    }

    /** The rows in canonical form, sorted, those of one key folded into one. */
    static <T> List<@Nullable Object[]> folded(Table<T> table, List<T> rows) {
        List<@Nullable Object[]> canonical = new ArrayList<>(rows.size());
        for (T row : rows) {
            canonical.add(table.valuesOf(row));
        }
        List<@Nullable Object[]> folded = new ArrayList<>(canonical.size());
        for (int place : KeyOrder.of(table, canonical)) {
            @Nullable Object[] values = canonical.get(place);
            int last = folded.size() - 1;
            if (last >= 0 && table.compareKeys(folded.get(last), values) == 0) {
                folded.set(last, Merge.merged(table, folded.get(last), values));
            } else {
                folded.add(values);
            }
        }
        return folded;
    }

    /**
     * Writes folded rows.
     *
     * @param received how many rows were handed in
     */
    Receipt write(Session<T> session, List<@Nullable Object[]> folded, int received) throws SQLException {
        Session.Counted counted = session.count(folded, probed);
        long untouched = folded.size() - counted.written();
        if (untouched > 0 && table.isAppendOnly() && session.present(folded) != folded.size()) {
            throw new IllegalStateException("Rows of " + table.name()
                    + " are neither written nor seen: row level security hides them, or another writer deletes them");
        }
        return new Receipt(
                received,
                counted.inserted(),
                counted.written() - counted.inserted(),
                untouched,
                0,
                received - folded.size(),
                0);
    }
}
