package dev.onerow.rules;

import dev.onerow.rules.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rule 7: the same versions in each folder, and the same schema in each database. */
final class OneSchema {
    private static final Rule RULE = Rule.BOTH_DATABASES_HAVE_ONE_SCHEMA;
    private static final Pattern VERSIONED = Pattern.compile("V([\\d._]+?)__.*\\.sql|R__(.*)\\.sql");

    private final Project project;

    OneSchema(Project project) {
        this.project = project;
    }

    Stream<Violation> violations() {
        List<Schema> schemas = project.schemas();
        return Emptiness.orElse(
                List.of(Emptiness.ofMigrations(RULE, project), emptyDatabase(RULE, schemas)),
                () -> Stream.concat(missingVersions(), differences(schemas)));
    }

    static Optional<Violation> emptyDatabase(Rule rule, List<Schema> schemas) {
        return schemas.stream()
                .filter(schema -> schema.tables().isEmpty())
                .findFirst()
                .map(schema -> Emptiness.nothing(
                        rule,
                        "the database on " + schema.database() + " has no table",
                        "run the migrations before the rules"));
    }

    private Stream<Violation> missingVersions() {
        Map<String, Set<String>> byFolder = new TreeMap<>();
        for (SqlFile file : project.migrations()) {
            Matcher version = VERSIONED.matcher(file.name());
            if (version.matches()) {
                byFolder.computeIfAbsent(file.folder(), folder -> new TreeSet<>())
                        .add(version.group(1) == null ? "R__" + version.group(2) : "V" + version.group(1));
            }
        }
        Set<String> all = new TreeSet<>();
        byFolder.values().forEach(all::addAll);
        return byFolder.entrySet().stream()
                .flatMap(folder -> all.stream()
                        .filter(version -> !folder.getValue().contains(version))
                        .map(version -> new Violation(
                                RULE,
                                folder.getKey() + "/" + version,
                                folder.getKey(),
                                "lacks the migration " + version + ", which another database has",
                                "write it for this database too, if only as a comment that says why it is empty")));
    }

    private static Stream<Violation> differences(List<Schema> schemas) {
        return schemas.stream()
                .skip(1)
                .flatMap(other -> schemas.get(0).differencesTo(other))
                .map(difference -> new Violation(
                        RULE,
                        difference.table(),
                        "table " + difference.table(),
                        difference.text(),
                        "add a migration that makes them equal"));
    }
}
