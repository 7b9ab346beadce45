package dev.onerow.web.connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The header {@code Accept} as a plain list. The framework answers with the very text that it accepted as content type,
 * weight included, and knows no ranges but that of all types.
 */
final class AcceptedTypes {
    /** What the service answers in, by range. */
    private static final Map<String, List<String>> RANGES = Map.of(
            "application/*", List.of("application/json", "application/x-ndjson", "application/yaml"),
            "text/*", List.of("text/csv", "text/html", "text/plain"));

    /** What nothing is answered in. */
    private static final String NONE = "application/x-none";

    private AcceptedTypes() {}

    /** The types of this header, best first, without weights and ranges, and without those of weight 0. */
    static String bestFirst(String header) {
        List<Accepted> accepted = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        for (String element : header.split(",", -1)) {
            Accepted type = Accepted.of(element);
            if (type.weight > 0 && !type.name.isEmpty()) {
                accepted.add(type);
            } else if (!type.name.isEmpty()) {
                refused.add(type.name);
            }
        }
        accepted.sort(Comparator.comparingDouble(type -> -type.weight));
        String plain = accepted.stream()
                .flatMap(type -> RANGES.getOrDefault(type.name, List.of(type.name)).stream())
                .filter(name -> !refused.contains(name))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!plain.isEmpty()) {
            return plain;
        }
        return refused.isEmpty() ? header : NONE;
    }

    private record Accepted(String name, double weight) {
        static Accepted of(String element) {
            String[] parts = element.split(";", -1);
            String name = parts[0].strip().toLowerCase(Locale.ROOT);
            return new Accepted(name, weightOf(parts));
        }

        private static double weightOf(String[] parts) {
            return Stream.of(parts)
                    .map(String::strip)
                    .filter(part -> part.matches("[qQ]=[01](\\.[0-9]{0,3})?"))
                    .mapToDouble(part -> Double.parseDouble(part.substring(2)))
                    .findFirst()
                    .orElse(1);
        }
    }
}
