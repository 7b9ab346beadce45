package dev.onerow.rules;

import dev.onerow.rules.Settings.Ownership;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The architecture rules, applied to one package and everything below it.
 *
 * <pre>{@code
 * OnerowRules.in("com.example").check();
 * }</pre>
 *
 * <p>Needs the compiled classes and the migrations on the class path; test classes are not looked at. Everything is
 * read at the first check and kept, so that the rules can be checked one by one. A rule that finds nothing to look at
 * fails: it does not pass. Not thread-safe.
 */
public final class OnerowRules {
    private final String root;
    private String kernel = "dev.onerow.persistence";
    private final Set<String> contexts = new LinkedHashSet<>();
    private String migrations = "db/migration";
    private final Set<String> keyed = new LinkedHashSet<>();
    private final Map<String, String> allowed = new LinkedHashMap<>();
    private final Set<Ownership> owned = new LinkedHashSet<>();
    private final Set<String> databases = new LinkedHashSet<>();
    private boolean withTests;
    private @Nullable Project project;

    private OnerowRules(String root) {
        this.root = root;
    }

    /** The rules for the classes of a package and of all packages below it. */
    public static OnerowRules in(String rootPackage) {
        return new OnerowRules(rootPackage);
    }

    /** Names the package that alone writes and touches JDBC; {@code dev.onerow.persistence} unless told otherwise. */
    public OnerowRules kernelIn(String packageName) {
        kernel = packageName;
        return changed();
    }

    /** Names the contexts, as sub-packages of the root. Without it they are those that have a layer as a sub-package. */
    public OnerowRules contexts(String... subPackages) {
        contexts.addAll(Arrays.asList(subPackages));
        return changed();
    }

    /**
     * Names the folder of the migrations on the class path; {@code db/migration} unless told otherwise. Each folder in
     * it belongs to one database.
     */
    public OnerowRules migrationsIn(String folder) {
        migrations = folder;
        return changed();
    }

    /** Says that the project has no migrations, so that the rules do not miss them. */
    public OnerowRules withoutMigrations() {
        return migrationsIn("");
    }

    /** Names tables that are keyed though no {@code @KeyedTable} on the class path says so. */
    public OnerowRules keyed(String... tables) {
        keyed.addAll(Arrays.asList(tables));
        return changed();
    }

    /**
     * Puts one method on the list of set-based maintenance: a {@code @Query} in the package of the declaration of the
     * table that it writes. A method on the list that is not there, or does not write, is a violation itself, and an
     * INSERT of one says ON CONFLICT like any other.
     *
     * @param method as {@code com.example.persistence.Counters#rebuild}
     * @param reason why no store can do it
     */
    public OnerowRules allowing(String method, String reason) {
        if (!method.contains("#") || reason.isBlank()) {
            throw new IllegalArgumentException("Expected Class#method and a reason: " + method);
        }
        allowed.put(method, reason);
        return changed();
    }

    /** Says that rows of the parts live and die with their owner: these foreign keys may be ON DELETE CASCADE. */
    public OnerowRules owning(String owner, String... parts) {
        Arrays.stream(parts).map(part -> new Ownership(owner, part)).forEach(owned::add);
        return changed();
    }

    /**
     * Hands in scratch databases made by the migrations, one of each kind. With them the declarations are compared with
     * their tables, and their schemas with each other. They are only read.
     *
     * @param jdbcUrls with everything in them that is needed to connect; of PostgreSQL with {@code currentSchema} when
     *     the tables stand in a schema of their own
     */
    public OnerowRules migratedInto(String... jdbcUrls) {
        databases.addAll(Arrays.asList(jdbcUrls));
        return changed();
    }

    OnerowRules withTests() {
        withTests = true;
        return changed();
    }

    /**
     * Checks all rules.
     *
     * @throws AssertionError that names every violation
     */
    public void check() {
        check(Rule.values());
    }

    /**
     * Checks some rules.
     *
     * @throws AssertionError that names every violation
     */
    public void check(Rule... rules) {
        List<Violation> violations = violations(rules);
        if (!violations.isEmpty()) {
            throw new AssertionError(message(violations));
        }
    }

    /** The violations of some rules, in the order of the rules and places. */
    public List<Violation> violations(Rule... rules) {
        Project read = project();
        return Arrays.stream(rules)
                .distinct()
                .sorted()
                .flatMap(rule -> violations(rule, read))
                .toList();
    }

    private static Stream<Violation> violations(Rule rule, Project project) {
        return switch (rule) {
            case ONLY_THE_KERNEL_TOUCHES_JDBC -> new JdbcInTheKernel(project).violations();
            case ONLY_THE_KERNEL_WRITES_KEYED_TABLES -> new KeyedWrites(project).violations();
            case REPOSITORIES_OF_KEYED_ROWS_ONLY_READ -> new ReadOnlyRepositories(project).violations();
            case KEYED_TABLES_ARE_DECLARED_ONCE -> new Declarations(project).violations();
            case CONTEXTS_MEET_ONLY_THROUGH_API -> new Contexts(project).violations();
            case NOTHING_REPLACES_TRUNCATES_OR_CASCADES -> new DestructiveSql(project).violations();
            case BOTH_DATABASES_HAVE_ONE_SCHEMA -> new OneSchema(project).violations();
        };
    }

    private Project project() {
        Project read = project;
        if (read == null) {
            read = Project.read(
                    new Settings(root, kernel, contexts, migrations, keyed, allowed, owned, databases, withTests));
            project = read;
        }
        return read;
    }

    private OnerowRules changed() {
        project = null;
        return this;
    }

    private String message(List<Violation> violations) {
        String byRule = Stream.of(Rule.values())
                .map(rule -> violations.stream()
                        .filter(violation -> violation.rule() == rule)
                        .map(violation -> "\n  - " + violation)
                        .collect(Collectors.joining("", "\nRule " + rule, "\n")))
                .filter(part -> part.contains("\n  - "))
                .collect(Collectors.joining());
        return "The architecture of " + root + " is violated " + violations.size() + " times.\n" + byRule;
    }
}
