package dev.onerow.web.connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private AcceptedTypes() {}

    /** The types of this header, best first, without weights and ranges. A header that accepts nothing stays as it is. */
    static String bestFirst(String header) {
        List<Accepted> accepted = new ArrayList<>();
        for (String element : header.split(",", -1)) {
            Accepted type = Accepted.of(element);
            if (type.weight > 0 && !type.name.isEmpty()) {
                accepted.add(type);
            }
        }
        accepted.sort(Comparator.comparingDouble(type -> -type.weight));
        String plain = accepted.stream()
                .flatMap(type -> RANGES.getOrDefault(type.name, List.of(type.name)).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return plain.isEmpty() ? header : plain;
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
