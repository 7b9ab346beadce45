package dev.onerow.rules;

import dev.onerow.rules.code.ClassFile;
import dev.onerow.rules.code.Method;
import dev.onerow.rules.sql.Statement;
import dev.onerow.rules.sql.Statements;
import dev.onerow.rules.sql.Texts;
import dev.onerow.rules.sql.Verb;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of rule 2 that looks into the kernel. There a statement is put together by several methods: an INSERT is
 * complete when its method, or one it calls, says ON CONFLICT; a private method may leave that to its callers, and then
 * each of them has to.
 */
final class KernelInserts {
    private static final Pattern ON_CONFLICT = Pattern.compile("(?i)\\bon\\s+conflict\\b");

    private final List<ClassFile> kernel;

    KernelInserts(List<ClassFile> kernel) {
        this.kernel = kernel;
    }

    Stream<Violation> violations() {
        return kernel.stream().filter(file -> !file.isGenerated()).flatMap(KernelInserts::violations);
    }

    private static Stream<Violation> violations(ClassFile file) {
        Map<String, Method> methods = file.methods().stream()
                .collect(Collectors.toMap(Method::signature, Function.identity(), (one, other) -> one));
        return file.methods().stream()
                .flatMap(method -> insertOf(method).stream()
                        .flatMap(insert ->
                                uncovered(method, methods, new HashSet<>()).map(at -> violation(at, insert))))
                .distinct();
    }

    private static Optional<Statement> insertOf(Method method) {
        return Stream.concat(method.pieces().stream(), Stream.of(Texts.joined(method.pieces())))
                .flatMap(text -> Statements.in(text).stream())
                .filter(statement ->
                        statement.verb() == Verb.INSERT && statement.certain() && !statement.handlesConflict())
                .findFirst();
    }

    /** The methods in which an INSERT of this one leaves the class without ON CONFLICT. */
    private static Stream<Method> uncovered(Method method, Map<String, Method> methods, Set<String> visited) {
        if (!visited.add(method.signature()) || saysOnConflict(method, methods, new HashSet<>())) {
            return Stream.empty();
        }
        List<Method> callers = methods.values().stream()
                .filter(other -> !other.equals(method) && other.calls().contains(method.signature()))
                .toList();
        return method.isPrivate() && !callers.isEmpty()
                ? callers.stream().flatMap(caller -> uncovered(caller, methods, visited))
                : Stream.of(method);
    }

    private static boolean saysOnConflict(Method method, Map<String, Method> methods, Set<String> visited) {
        return visited.add(method.signature())
                && (method.pieces().stream()
                                .anyMatch(piece -> ON_CONFLICT.matcher(piece).find())
                        || method.calls().stream()
                                .map(methods::get)
                                .filter(called -> called != null)
                                .anyMatch(called -> saysOnConflict(called, methods, visited)));
    }

    private static Violation violation(Method at, Statement insert) {
        return new Violation(
                Rule.ONLY_THE_KERNEL_WRITES_KEYED_TABLES,
                at.place().type(),
                at.place().toString(),
                "INSERT without ON CONFLICT inside the kernel: " + insert.excerpt(),
                "say ON CONFLICT (key) DO NOTHING or DO UPDATE in the same method, or in a method that it calls");
    }
}
