package dev.onerow.rules;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables whose rows are found again by a business key: those declared in the code, and those handed in. */
final class KeyedTables {
    static final String ANNOTATION = "dev.onerow.persistence.KeyedTable";
    private static final String MAPPING = "io.micronaut.data.annotation.MappedEntity";

    private final Map<String, List<String>> declarations;
    private final Set<String> handedIn;

    private KeyedTables(Map<String, List<String>> declarations, Set<String> handedIn) {
        this.declarations = declarations;
        this.handedIn = handedIn;
    }

    static KeyedTables of(JavaClasses classes, Set<String> handedIn) {
        Map<String, List<String>> declarations = classes.stream()
                .filter(type -> type.isAnnotatedWith(ANNOTATION))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .collect(Collectors.groupingBy(
                        KeyedTables::tableOf,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        return new KeyedTables(
                declarations,
                handedIn.stream().map(table -> table.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
    }

    /** The name given in the mapping, else the simple name of the class in snake_case, as Micronaut Data has it. */
    private static String tableOf(JavaClass row) {
        String given = row.tryGetAnnotationOfType(MAPPING)
                .flatMap(mapping -> textOf(mapping, "value"))
                .orElse("");
        String name = given.isEmpty() ? row.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_") : given;
        return name.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> textOf(JavaAnnotation<JavaClass> annotation, String member) {
        return annotation.get(member).filter(String.class::isInstance).map(String.class::cast);
    }

    boolean contains(@Nullable String table) {
        return table != null && (declarations.containsKey(table) || handedIn.contains(table));
    }

    boolean isEmpty() {
        return declarations.isEmpty() && handedIn.isEmpty();
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(declarations.keySet());
        names.addAll(handedIn);
        return names;
    }

    /** The classes that declare each table, by the table. */
    Map<String, List<String>> declarations() {
        return declarations;
    }

    /** The rows of all declarations. */
    Set<String> rows() {
        return declarations.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    List<String> declarationsOf(@Nullable String table) {
        return table == null ? List.of() : declarations.getOrDefault(table, List.of());
    }
}
