package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel promises, in the plainest words: a map from key to row, rows taken one after another. Shares no code
 * with the kernel but the canonical form of a row.
 */
final class Model {
    private final Table<LawRow> table;
    private final Map<Key, @Nullable Object[]> rows = new HashMap<>();

    Model(Table<LawRow> table) {
        this.table = table;
    }

    Map<Key, @Nullable Object[]> rows() {
        return rows;
    }

    List<Outcome> upsertAll(List<LawRow> chunk) {
        Map<Key, @Nullable Object[]> before = new HashMap<>(rows);
        Map<Key, @Nullable Object[]> newest = new HashMap<>();
        for (LawRow row : chunk) {
            @Nullable Object[] incoming = table.valuesOf(row);
            Key key = table.keyOf(incoming);
            rows.merge(key, incoming, (stored, next) -> isOlder(next, stored) ? stored : merge(stored, next));
            newest.merge(key, incoming, (stored, next) -> isOlder(next, stored) ? stored : next);
        }
        return outcomes(chunk, before, newest);
    }

    /** Writes the row wherever the decision says so, keeping what is declared to be kept. */
    void decide(LawRow row, Decider<LawRow> decider) {
        @Nullable Object[] incoming = table.valuesOf(row);
        @Nullable Object[] stored = rows.get(table.keyOf(incoming));
        Decision<LawRow> decision = decider.decide(stored == null ? null : table.rowOf(stored), row);
        if (decision instanceof Decision.Write<LawRow> write) {
            @Nullable Object[] next = table.valuesOf(write.row());
            for (Column<LawRow> column : table.columns()) {
                if (stored != null && column.role() == Column.Role.DATA && column.rule() == MergeRule.KEEP) {
                    next[column.position()] = stored[column.position()];
                }
            }
            rows.put(table.keyOf(next), withVersion(next));
        }
    }

    private List<Outcome> outcomes(
            List<LawRow> chunk, Map<Key, @Nullable Object[]> before, Map<Key, @Nullable Object[]> newest) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            Key key = table.keyOf(table.valuesOf(chunk.get(i)));
            boolean again = chunk.subList(i + 1, chunk.size()).stream()
                    .anyMatch(later -> table.keyOf(table.valuesOf(later)).equals(key));
            @Nullable Object[] stored = before.get(key);
            if (again) {
                outcomes.add(Outcome.FOLDED);
            } else if (stored == null) {
                outcomes.add(Outcome.INSERTED);
            } else if (!sameState(stored, Objects.requireNonNull(rows.get(key)))) {
                outcomes.add(Outcome.UPDATED);
            } else {
                outcomes.add(
                        isOlder(Objects.requireNonNull(newest.get(key)), stored) ? Outcome.STALE : Outcome.UNCHANGED);
            }
        }
        return outcomes;
    }

    private @Nullable Object[] merge(@Nullable Object[] stored, @Nullable Object[] incoming) {
        @Nullable Object[] merged = stored.clone();
        for (Column<LawRow> column : table.columns()) {
            int i = column.position();
            if (column.role() != Column.Role.DATA) {
                continue;
            }
            merged[i] = switch (column.rule()) {
                case REPLACE -> incoming[i];
                case KEEP -> stored[i];
                case ADD -> (Long) Objects.requireNonNull(stored[i]) + (Long) Objects.requireNonNull(incoming[i]);
                case COALESCE -> incoming[i] != null ? incoming[i] : stored[i];
                case LEAST -> extreme(column, stored[i], incoming[i], -1);
                case GREATEST -> extreme(column, stored[i], incoming[i], 1);
            };
        }
        return merged;
    }

    private static @Nullable Object extreme(
            Column<LawRow> column, @Nullable Object one, @Nullable Object other, int sign) {
        if (one == null) {
            return other;
        }
        return other != null && sign * column.type().compare(other, one) > 0 ? other : one;
    }

    private boolean isOlder(@Nullable Object[] one, @Nullable Object[] other) {
        for (Column<LawRow> column : table.newerBy()) {
            long left = (Long) Objects.requireNonNull(one[column.position()]);
            long right = (Long) Objects.requireNonNull(other[column.position()]);
            if (left != right) {
                return left < right;
            }
        }
        return false;
    }

    boolean sameState(@Nullable Object[] one, @Nullable Object[] other) {
        return table.columns().stream()
                .filter(Column::isSupplied)
                .allMatch(column -> Objects.equals(one[column.position()], other[column.position()]));
    }

    private @Nullable Object[] withVersion(@Nullable Object[] values) {
        @Nullable Object[] versioned = values.clone();
        versioned[Objects.requireNonNull(table.version()).position()] = 1L;
        return versioned;
    }
}
