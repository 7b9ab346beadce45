package dev.onerow.registry.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The difference between two column lists. Names are compared exactly; a renamed column is one removed and one added.
 *
 * @param added names of columns that are new, in their new order
 * @param removed names of columns that are gone, in their old order
 * @param reordered whether the columns that stayed stand in another order
 */
public record ColumnChange(
        List<String> added, List<String> removed, List<Retyped> retyped, boolean reordered, Verdict verdict) {

    /** A column that stayed, with another type. */
    public record Retyped(String name, String from, String to) {
        boolean isWidening() {
            return Widening.leads(from, to);
        }
    }

    public ColumnChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        retyped = List.copyOf(retyped);
    }

    /** The change that makes a view where there was none. */
    public static ColumnChange firstCreation(List<Column> columns) {
        return new ColumnChange(names(columns), List.of(), List.of(), false, Verdict.COMPATIBLE);
    }

    public static ColumnChange between(List<Column> before, List<Column> after) {
        var added = without(names(after), Set.copyOf(names(before)));
        var removed = without(names(before), Set.copyOf(names(after)));
        var retyped = retyped(before, after);
        boolean reordered =
                !without(names(before), Set.copyOf(removed)).equals(without(names(after), Set.copyOf(added)));
        return new ColumnChange(added, removed, retyped, reordered, verdict(added, removed, retyped, reordered));
    }

    private static Verdict verdict(List<String> added, List<String> removed, List<Retyped> retyped, boolean reordered) {
        if (!removed.isEmpty() || !retyped.stream().allMatch(Retyped::isWidening)) {
            return Verdict.BREAKING;
        }
        return added.isEmpty() && retyped.isEmpty() && !reordered ? Verdict.NONE : Verdict.COMPATIBLE;
    }

    private static List<Retyped> retyped(List<Column> before, List<Column> after) {
        Map<String, Column> old = before.stream().collect(Collectors.toMap(Column::name, Function.identity()));
        return after.stream()
                .filter(column -> old.containsKey(column.name()))
                .map(column -> new Retyped(column.name(), typeOf(old, column), column.type()))
                .filter(change -> !change.from().equals(change.to()))
                .toList();
    }

    private static String typeOf(Map<String, Column> columns, Column column) {
        return columns.getOrDefault(column.name(), column).type();
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static List<String> without(List<String> names, Set<String> gone) {
        return names.stream().filter(name -> !gone.contains(name)).toList();
    }
}
