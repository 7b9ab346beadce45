package dev.onerow.persistence.views;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The views of SQLite that read another one, as far as their texts tell: those that have its name as an identifier. */
final class SqliteClosure {
    private final Function<String, Map<String, String>> mentioning;
    private final NameReader reader;
    private final Map<String, Set<String>> namesRead = new HashMap<>();

    private SqliteClosure(Function<String, Map<String, String>> mentioning, NameReader reader) {
        this.mentioning = mentioning;
        this.reader = reader;
    }

    /**
     * The views that read this one, directly or through others.
     *
     * @param mentioning finds, for a name in lower case, the names and texts of all views that may have it as an identifier
     */
    static List<Dependant> of(String root, Function<String, Map<String, String>> mentioning, NameReader names) {
        var closure = new SqliteClosure(mentioning, names);
        List<Dependant> dependants = new ArrayList<>();
        var open = new ArrayDeque<Dependant>();
        open.add(new Dependant("main", root, 0));
        Set<String> seen = new HashSet<>(Set.of(root));
        while (!open.isEmpty()) {
            var base = open.remove();
            for (var view : closure.readersOf(lowerCase(base.name()), seen)) {
                var dependant = new Dependant("main", view, base.distance() + 1);
                dependants.add(dependant);
                open.add(dependant);
                seen.add(view);
            }
        }
        dependants.sort(Comparator.comparing(Dependant::distance).thenComparing(Dependant::name));
        return dependants;
    }

    private List<String> readersOf(String name, Set<String> known) {
        return mentioning.apply(name).entrySet().stream()
                .filter(view -> !known.contains(view.getKey()))
                .filter(view -> namesIn(view.getKey(), view.getValue()).contains(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Without the view's own name, which its text begins with. */
    private Set<String> namesIn(String view, String sql) {
        return namesRead.computeIfAbsent(view, absent -> {
            Set<String> mentioned = new HashSet<>(reader.namesIn(sql));
            mentioned.remove(lowerCase(view));
            return mentioned;
        });
    }

    /** As SQLite compares names: only the 26 letters have two cases. */
    private static String lowerCase(String text) {
        var lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return lower.toString();
    }
}
