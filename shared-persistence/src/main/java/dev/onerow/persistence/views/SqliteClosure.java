package dev.onerow.persistence.views;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The views of SQLite that read another one, as far as their texts tell: those that have its name as an identifier. */
final class SqliteClosure {
    private SqliteClosure() {}

    static List<Dependant> of(String root, Map<String, String> definitions, NameReader names) {
        var texts = new Texts(definitions, names);
        List<Dependant> dependants = new ArrayList<>();
        var open = new ArrayDeque<Dependant>();
        open.add(new Dependant("main", root, 0));
        Set<String> seen = new HashSet<>(Set.of(root));
        while (!open.isEmpty()) {
            var base = open.remove();
            for (var view : texts.readersOf(lowerCase(base.name()))) {
                if (seen.add(view)) {
                    var dependant = new Dependant("main", view, base.distance() + 1);
                    dependants.add(dependant);
                    open.add(dependant);
                }
            }
        }
        dependants.sort(Comparator.comparing(Dependant::distance).thenComparing(Dependant::name));
        return dependants;
    }

    /** As SQLite compares names: only the 26 letters have two cases. */
    private static String lowerCase(String text) {
        var lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return lower.toString();
    }

    /** The texts of all views. Names are read only from those that have the letters of a name in them at all. */
    private static final class Texts {
        private final Map<String, String> definitions;
        private final NameReader reader;
        private final Map<String, String> lowerCased = new LinkedHashMap<>();
        private final Map<String, Set<String>> namesRead = new HashMap<>();

        Texts(Map<String, String> definitions, NameReader reader) {
            this.definitions = definitions;
            this.reader = reader;
            definitions.forEach((view, sql) -> lowerCased.put(view, lowerCase(sql)));
        }

        List<String> readersOf(String name) {
            boolean isEscaped = name.indexOf('"') >= 0 || name.indexOf('`') >= 0;
            return lowerCased.entrySet().stream()
                    .filter(view -> isEscaped || view.getValue().contains(name))
                    .map(Map.Entry::getKey)
                    .filter(view -> namesIn(view).contains(name))
                    .toList();
        }

        /** Without the view's own name, which its text begins with. */
        private Set<String> namesIn(String view) {
            return namesRead.computeIfAbsent(view, absent -> {
                Set<String> mentioned = new HashSet<>(reader.namesIn(definitions.getOrDefault(view, "")));
                mentioned.remove(lowerCase(view));
                return mentioned;
            });
        }
    }
}
