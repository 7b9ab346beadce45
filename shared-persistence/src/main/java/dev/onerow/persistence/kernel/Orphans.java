package dev.onerow.persistence.kernel;

import dev.onerow.persistence.ConstraintViolation;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Refusal;
import dev.onerow.persistence.Written;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows that were written, and refer by a deferred foreign key to a row that is not there. */
final class Orphans<T> {
    private final Table<T> table;
    private final DeferredConstraints<T> deferred;

    Orphans(Table<T> table, DeferredConstraints<T> deferred) {
        this.table = table;
        this.deferred = deferred;
    }

    /** One of them: the key by which it refers, and the row as it was written. */
    static final class Orphan {
        private final DeferredConstraints.ForeignKey key;
        private final @Nullable Object[] row;

        Orphan(DeferredConstraints.ForeignKey key, @Nullable Object[] row) {
            this.key = key;
            this.row = row;
        }
    }

    /** Looks for them among the rows of these groups. */
    List<Orphan> among(Session<T> session, List<Input.Group<T>> groups) throws SQLException {
        List<@Nullable Object[]> keys = groups.stream().map(Input.Group::key).toList();
        List<Orphan> found = new ArrayList<>();
        for (DeferredConstraints.ForeignKey key : deferred.foreignKeys(session.connection())) {
            for (@Nullable Object[] row : session.orphans(key, keys)) {
                found.add(new Orphan(key, row));
            }
        }
        return found;
    }

    /** Rejects the rows handed in that made them; answers what is left. */
    List<Input.Group<T>> reject(List<Orphan> orphans, List<Input.Group<T>> groups, Write.Answers<T> answers) {
        Map<Key, Orphan> byKey = new HashMap<>();
        orphans.forEach(orphan -> byKey.putIfAbsent(table.keyOf(orphan.row), orphan));
        List<Input.Group<T>> left = new ArrayList<>();
        for (Input.Group<T> group : groups) {
            Orphan orphan = byKey.get(table.keyOf(group.key()));
            Input.Group<T> rest = orphan == null ? group : withoutGuilty(orphan, group, answers);
            if (rest != null) {
                left.add(rest);
            }
        }
        return left;
    }

    private Input.@Nullable Group<T> withoutGuilty(Orphan orphan, Input.Group<T> group, Write.Answers<T> answers) {
        Refusal refusal = new Refusal.ByConstraint(new ConstraintViolation(
                ConstraintViolation.Kind.FOREIGN_KEY, table.name(), orphan.key.name(), orphan.key.columns()));
        List<Input<T>> guilty = guilty(orphan, group);
        for (Input<T> input : guilty) {
            answers.put(input.index(), new Written<>(Outcome.REJECTED, null, null, refusal));
        }
        return group.without(guilty);
    }

    /** Several rows of one key became one; guilty are those that name the missing parent, else the last. */
    private List<Input<T>> guilty(Orphan orphan, Input.Group<T> group) {
        List<Input<T>> naming = group.inputs().stream()
                .filter(input -> orphan.key.columns().stream()
                        .map(this::column)
                        .flatMap(Optional::stream)
                        .allMatch(column ->
                                Objects.equals(input.values()[column.position()], orphan.row[column.position()])))
                .toList();
        return naming.isEmpty() ? List.of(group.last()) : naming;
    }

    private Optional<Column<T>> column(String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }
}
