package dev.onerow.rules;

import dev.onerow.rules.Settings.Ownership;
import dev.onerow.rules.sql.Statement;
import dev.onerow.rules.sql.Statements;
import dev.onerow.rules.sql.Verb;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rule 6: statements that remove rows which nobody named. */
final class DestructiveSql {
    private static final Rule RULE = Rule.NOTHING_REPLACES_TRUNCATES_OR_CASCADES;

    private final Project project;

    DestructiveSql(Project project) {
        this.project = project;
    }

    Stream<Violation> violations() {
        return Emptiness.orElse(
                List.of(Emptiness.ofCode(RULE, project), Emptiness.ofMigrations(RULE, project)),
                () -> Stream.of(
                                new Sightings(project.all()).written().flatMap(this::inCode),
                                project.otherSql().stream().flatMap(this::inFile),
                                project.migrations().stream().flatMap(this::inFile),
                                staleOwnerships())
                        .flatMap(violations -> violations));
    }

    /** In the code outside the kernel, and in files other than migrations, rule 2 answers for REPLACE INTO. */
    private boolean isForbidden(Statement statement, boolean isFreeToWrite) {
        return switch (statement.verb()) {
            case INSERT_OR_REPLACE, DROP_CASCADE -> true;
            case REPLACE -> isFreeToWrite;
            case TRUNCATE -> statement.certain() || project.tables().contains(statement.table());
            case DELETE_CASCADE -> !isListed(statement);
            case INSERT, MERGE, COPY, UPDATE, DELETE -> false;
        };
    }

    private boolean isListed(Statement cascade) {
        return project.settings().owned().stream()
                .anyMatch(pair ->
                        pair.owner().equals(cascade.owner()) && pair.part().equals(cascade.table()));
    }

    private Stream<Violation> inCode(Sighting sighting) {
        Statement statement = sighting.statement();
        return isForbidden(statement, project.isKernel(sighting.place().type()))
                ? Stream.of(new Violation(
                        RULE,
                        sighting.place().type(),
                        sighting.place().toString(),
                        whatItDoes(statement) + ", " + sighting.shown(),
                        remedy(statement)))
                : Stream.empty();
    }

    private Stream<Violation> inFile(SqlFile file) {
        return Statements.in(file.text()).stream()
                .filter(statement -> isForbidden(statement, file.isMigration()))
                .map(statement -> new Violation(
                        RULE,
                        file.path(),
                        file.path() + ":" + statement.line(),
                        whatItDoes(statement) + ": " + statement.excerpt(),
                        remedy(statement)));
    }

    private static String whatItDoes(Statement statement) {
        String table = Objects.requireNonNullElse(statement.table(), "that the text does not name");
        return statement.verb() == Verb.DELETE_CASCADE
                ? "ON DELETE CASCADE from " + statement.owner() + " to " + table + ", which no owner is listed for"
                : statement.verb().words() + " of " + table;
    }

    private static String remedy(Statement statement) {
        return switch (statement.verb()) {
            case DELETE_CASCADE ->
                "say NO ACTION or SET NULL, or list the pair with owning(\"" + statement.owner() + "\", \""
                        + statement.table() + "\")";
            case DROP_CASCADE -> "drop what depends on it by name, then this without CASCADE";
            case TRUNCATE -> "delete the rows that are meant, by their keys";
            default -> "say INSERT ... ON CONFLICT (key) DO UPDATE, which keeps the row and its children";
        };
    }

    private Stream<Violation> staleOwnerships() {
        Set<Ownership> cascading = project.migrations().stream()
                .flatMap(file -> Statements.in(file.text()).stream())
                .filter(statement -> statement.verb() == Verb.DELETE_CASCADE)
                .map(cascade -> new Ownership(String.valueOf(cascade.owner()), String.valueOf(cascade.table())))
                .collect(Collectors.toSet());
        return project.settings().owned().stream()
                .filter(pair -> !cascading.contains(pair))
                .map(pair -> new Violation(
                        RULE,
                        pair.owner() + " -> " + pair.part(),
                        "owning(\"" + pair.owner() + "\", \"" + pair.part() + "\")",
                        "no migration has this ON DELETE CASCADE",
                        "take it off the list"));
    }
}
