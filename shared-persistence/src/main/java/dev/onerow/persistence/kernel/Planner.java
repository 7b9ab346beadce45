package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Plan;
import dev.onerow.persistence.Written;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works out what a write would do from a plain read, with the rules in their Java form. */
final class Planner<T> {
    private final Table<T> table;
    private final Session<T> session;
    private final Map<Integer, Plan.Planned<T>> planned = new HashMap<>();

    Planner(Table<T> table, Session<T> session) {
        this.table = table;
        this.session = session;
    }

    /** Plans a merged write. */
    void merged(List<Input.Group<T>> groups) throws SQLException {
        Matched stored = stored(groups);
        for (int i = 0; i < groups.size(); i++) {
            Input.Group<T> group = groups.get(i);
            @Nullable Object @Nullable [] before = stored.at(i);
            @Nullable Object[] incoming = MergedWrite.fold(table, group);
            @Nullable
            Object[] after =
                    before == null ? table.born(incoming, session.now()) : Merge.merged(table, before, incoming);
            boolean stale = before != null && table.compareAge(incoming, before) < 0;
            Outcome outcome = outcome(before, after, stale);
            T beforeRow = before == null ? null : table.rowOf(before);
            T afterRow =
                    outcome == Outcome.UPDATED ? table.rowOf(table.moved(after, session.now())) : table.rowOf(after);
            for (Input<T> input : group.inputs()) {
                Outcome own = input.index() == group.last().index() ? outcome : Outcome.FOLDED;
                put(input.index(), new Written<>(own, afterRow, beforeRow, null), changed(before, after, outcome));
            }
        }
    }

    /** Plans a decided write. */
    void decided(List<Input.Group<T>> groups, Decider<T> decider, boolean quarantined) throws SQLException {
        Matched stored = stored(groups);
        for (int i = 0; i < groups.size(); i++) {
            Input.Group<T> group = groups.get(i);
            @Nullable Object @Nullable [] before = stored.at(i);
            Chain<T> chain = Chain.decide(table, group, before, decider, session.now(), quarantined);
            @Nullable Object @Nullable [] after = chain.current();
            Outcome outcome = chain.isWriting()
                    ? outcome(before, chain.result(), chain.untouched() == Outcome.STALE)
                    : chain.untouched();
            T afterRow = after == null ? null : table.rowOf(after);
            chain.answer(outcome, afterRow, (index, written) -> put(index, written, changed(before, after, outcome)));
        }
    }

    /** One answer for each input. */
    Plan<T> plan(int inputs) {
        List<Plan.Planned<T>> rows = new ArrayList<>(inputs);
        for (int i = 0; i < inputs; i++) {
            rows.add(Objects.requireNonNull(planned.get(i)));
        }
        return new Plan<>(rows);
    }

    void put(int index, Written<T> written, List<String> changed) {
        boolean reporting = written.outcome().isWrite();
        planned.put(index, new Plan.Planned<>(written, reporting ? changed : List.of()));
    }

    private Matched stored(List<Input.Group<T>> groups) throws SQLException {
        List<@Nullable Object[]> keys = groups.stream().map(Input.Group::key).toList();
        return Matched.of(table, keys, session.select(keys));
    }

    private Outcome outcome(@Nullable Object @Nullable [] before, @Nullable Object[] after, boolean stale) {
        if (before == null) {
            return Outcome.INSERTED;
        }
        if (Merge.differ(table, before, after)) {
            return Outcome.UPDATED;
        }
        return stale ? Outcome.STALE : Outcome.UNCHANGED;
    }

    private List<String> changed(
            @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after, Outcome outcome) {
        if (after == null || !outcome.isWrite()) {
            return List.of();
        }
        return table.columns().stream()
                .filter(Column::isSupplied)
                .filter(column ->
                        before == null || !Objects.equals(before[column.position()], after[column.position()]))
                .map(Column::member)
                .toList();
    }
}
