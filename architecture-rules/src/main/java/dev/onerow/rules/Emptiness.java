package dev.onerow.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Why a rule that has nothing to look at fails: with a typo in a package name it would pass for years. */
final class Emptiness {
    private static final String PLACE = "the class path";

    private Emptiness() {}

    static Optional<Violation> ofCode(Rule rule, Project project) {
        if (project.code().isEmpty()) {
            return Optional.of(nothing(
                    rule,
                    "no class file of the package " + project.settings().root() + " is there",
                    "name a package that has compiled classes on the class path of the test"));
        }
        return Optional.empty();
    }

    static Optional<Violation> ofKernel(Rule rule, Project project) {
        if (project.kernel().isEmpty()) {
            return Optional.of(nothing(
                    rule,
                    "no class file of the kernel's package "
                            + project.settings().kernel() + " is there",
                    "depend on the kernel, or name its package with kernelIn(..)"));
        }
        return Optional.empty();
    }

    static Optional<Violation> ofTables(Rule rule, Project project) {
        if (project.tables().isEmpty()) {
            return Optional.of(nothing(
                    rule,
                    "no keyed table is known",
                    "declare the rows with @KeyedTable, or name the tables with keyed(..)"));
        }
        return Optional.empty();
    }

    static Optional<Violation> ofMigrations(Rule rule, Project project) {
        String folder = project.settings().migrations();
        if (!folder.isEmpty() && project.migrations().isEmpty()) {
            return Optional.of(nothing(
                    rule,
                    "no .sql file below " + folder + " is there",
                    "name the folder with migrationsIn(..), or say withoutMigrations()"));
        }
        return Optional.empty();
    }

    /** The first reason there is, else what the rule finds. */
    static Stream<Violation> orElse(List<Optional<Violation>> reasons, Supplier<Stream<Violation>> found) {
        Optional<Violation> reason = reasons.stream().flatMap(Optional::stream).findFirst();
        return reason.isPresent() ? reason.stream() : found.get();
    }

    static Violation nothing(Rule rule, String problem, String remedy) {
        return new Violation(rule, PLACE, PLACE, "Nothing to check: " + problem, remedy);
    }
}
