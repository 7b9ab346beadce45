package dev.onerow.persistence.views;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The views of SQLite that read another one, as far as their texts tell: those that have its name as an identifier. */
final class SqliteClosure {
    private SqliteClosure() {}

    static List<Dependant> of(String root, Map<String, String> definitions, NameReader names) {
        Map<String, List<String>> readers = new HashMap<>();
        definitions.forEach((view, sql) -> namesIn(sql, view, names)
                .forEach(name -> readers.computeIfAbsent(name, absent -> new ArrayList<>())
                        .add(view)));
        List<Dependant> dependants = new ArrayList<>();
        var open = new ArrayDeque<Dependant>();
        open.add(new Dependant("main", root, 0));
        Map<String, Integer> seen = new HashMap<>(Map.of(root, 0));
        while (!open.isEmpty()) {
            var base = open.remove();
            for (var view : readers.getOrDefault(lowerCase(base.name()), List.of())) {
                if (seen.putIfAbsent(view, base.distance() + 1) == null) {
                    var dependant = new Dependant("main", view, base.distance() + 1);
                    dependants.add(dependant);
                    open.add(dependant);
                }
            }
        }
        dependants.sort(Comparator.comparing(Dependant::distance).thenComparing(Dependant::name));
        return dependants;
    }

    /** Without the view's own name, which its text begins with. */
    private static Set<String> namesIn(String sql, String view, NameReader names) {
        Set<String> mentioned = new HashSet<>(names.namesIn(sql));
        mentioned.remove(lowerCase(view));
        return mentioned;
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
