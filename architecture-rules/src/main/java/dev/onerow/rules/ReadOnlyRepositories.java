package dev.onerow.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import dev.onerow.rules.sql.Verb;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rule 3: what the repositories of keyed rows offer, by their own methods, by what they inherit, and by the statements
 * that Micronaut Data generated for them.
 */
final class ReadOnlyRepositories {
    private static final Rule RULE = Rule.REPOSITORIES_OF_KEYED_ROWS_ONLY_READ;
    private static final String REPOSITORY = "io.micronaut.data.annotation.Repository";
    private static final String GENERIC = "io.micronaut.data.repository.GenericRepository";
    private static final Set<String> QUERIES =
            Set.of("io.micronaut.data.annotation.Query", "jakarta.data.repository.Query");
    private static final Pattern WRITE =
            Pattern.compile("(?:save|insert|persist|store|update|modify|delete|remove|erase|eliminate)(?:\\p{Lu}.*)?");

    private final Project project;
    private final Sightings sightings;

    ReadOnlyRepositories(Project project) {
        this.project = project;
        this.sightings = new Sightings(project.code());
    }

    Stream<Violation> violations() {
        return Emptiness.orElse(
                List.of(Emptiness.ofCode(RULE, project), Emptiness.ofTables(RULE, project)),
                () -> project.classes().stream()
                        .filter(type -> !project.isKernel(type.getName()))
                        .filter(ReadOnlyRepositories::isRepository)
                        .sorted((one, other) -> one.getName().compareTo(other.getName()))
                        .flatMap(this::violations));
    }

    private static boolean isRepository(JavaClass type) {
        boolean isWritten = !type.getName().contains("$Intercepted");
        return isWritten && (type.isAssignableTo(GENERIC) || type.isMetaAnnotatedWith(REPOSITORY));
    }

    private Stream<Violation> violations(JavaClass repository) {
        Set<String> rows = rowsOf(repository);
        List<Violation> offered = writesOf(repository, rows).entrySet().stream()
                .map(offer -> offering(repository, offer.getKey(), offer.getValue()))
                .toList();
        return offered.isEmpty() ? generated(repository) : offered.stream();
    }

    /** The keyed rows that a repository is of, by the type arguments of whatever it extends. */
    private Set<String> rowsOf(JavaClass repository) {
        return Stream.concat(Stream.of(repository), ancestors(repository))
                .flatMap(type -> Stream.concat(type.getInterfaces().stream(), type.getSuperclass().stream()))
                .filter(JavaParameterizedType.class::isInstance)
                .flatMap(type -> ((JavaParameterizedType) type).getActualTypeArguments().stream())
                .map(type -> type.toErasure().getName())
                .filter(project.tables().rows()::contains)
                .collect(Collectors.toSet());
    }

    private static Stream<JavaClass> ancestors(JavaClass type) {
        return Stream.concat(type.getAllRawInterfaces().stream(), type.getAllRawSuperclasses().stream());
    }

    /** The writing methods by the type that brings them in. */
    private Map<String, Set<String>> writesOf(JavaClass repository, Set<String> rows) {
        return Stream.concat(Stream.of(repository), ancestors(repository))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> isWrite(method) && (!rows.isEmpty() || takesAKeyedRow(method)))
                .collect(Collectors.groupingBy(
                        method -> method.getOwner().getName(),
                        TreeMap::new,
                        Collectors.mapping(JavaMethod::getName, Collectors.toCollection(LinkedHashSet::new))));
    }

    /** A method with a body or a statement of its own writes by that, and other rules look at it. */
    private static boolean isWrite(JavaMethod method) {
        return WRITE.matcher(method.getName()).matches()
                && method.getModifiers().contains(JavaModifier.ABSTRACT)
                && QUERIES.stream().noneMatch(method::isAnnotatedWith);
    }

    private boolean takesAKeyedRow(JavaMethod method) {
        return method.getParameterTypes().stream()
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Set::stream)
                .anyMatch(type -> project.tables().rows().contains(type.getName()));
    }

    private Violation offering(JavaClass repository, String from, Set<String> methods) {
        String names = methods.stream().sorted().collect(Collectors.joining(", "));
        boolean isOwn = from.equals(repository.getName());
        return new Violation(
                RULE,
                repository.getName(),
                repository.getName() + " " + repository.getSourceCodeLocation(),
                isOwn ? "offers " + names : "extends " + from + ", which offers " + names,
                "extend GenericRepository with finders only, and write through the Store of the row");
    }

    /** Whatever the method is called: the generated code says what it does. */
    private Stream<Violation> generated(JavaClass repository) {
        return sightings
                .generatedFor(repository.getName())
                .filter(sighting -> sighting.statement().verb().isWrite()
                        || sighting.statement().verb() == Verb.TRUNCATE)
                .filter(sighting ->
                        project.tables().contains(sighting.statement().table()))
                .map(sighting -> new Violation(
                        RULE,
                        repository.getName(),
                        repository.getName() + " " + repository.getSourceCodeLocation(),
                        "has generated code for " + sighting.statement().verb().words() + " of the keyed table "
                                + sighting.statement().table() + ": "
                                + sighting.statement().excerpt(),
                        "keep finders only, and write through the Store of the row"))
                .distinct();
    }
}
