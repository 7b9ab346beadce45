package dev.onerow.rules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.EvaluationResult;
import dev.onerow.rules.code.ClassFile;
import dev.onerow.rules.code.Mention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rule 5: which package may know which. */
final class Contexts {
    private static final Rule RULE = Rule.CONTEXTS_MEET_ONLY_THROUGH_API;
    private static final String API = "api";
    private static final String DOMAIN = "domain";

    /** What each layer may know of its own context, besides itself. */
    private static final Map<String, Set<String>> INWARDS = Map.of(
            "web",
            Set.of("application", DOMAIN, API),
            "application",
            Set.of(DOMAIN, API),
            "persistence",
            Set.of(DOMAIN, API),
            DOMAIN,
            Set.of(API),
            API,
            Set.of());

    private final Project project;
    private final String root;
    private final Set<String> contexts;

    Contexts(Project project) {
        this.project = project;
        this.root = project.settings().root();
        this.contexts = project.settings().contexts().isEmpty()
                ? detected(project)
                : project.settings().contexts();
    }

    private static Set<String> detected(Project project) {
        return project.code().stream()
                .map(file -> file.name()
                        .substring(project.settings().root().length() + 1)
                        .split("\\."))
                .filter(parts -> parts.length > 2 && INWARDS.containsKey(parts[1]))
                .map(parts -> parts[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Stream<Violation> violations() {
        return Emptiness.orElse(
                List.of(Emptiness.ofCode(RULE, project), emptyContext()),
                () -> Stream.of(
                                project.all().stream().flatMap(this::arrows),
                                project.code().stream().flatMap(this::impurities),
                                circles())
                        .flatMap(violations -> violations));
    }

    private Optional<Violation> emptyContext() {
        if (contexts.isEmpty()) {
            return Optional.of(Emptiness.nothing(
                    RULE, "no context is known below " + root, "name the sub-packages with contexts(..)"));
        }
        return contexts.stream()
                .filter(context ->
                        project.code().stream().noneMatch(file -> Project.isIn(file.name(), root + "." + context)))
                .findFirst()
                .map(context -> Emptiness.nothing(
                        RULE, "the context " + context + " has no class file", "name contexts that are there"));
    }

    private Stream<Violation> arrows(ClassFile file) {
        return each(file, mention -> wrongArrow(file.name(), mention.type()), mention -> "knows " + mention.type());
    }

    /** What to do instead, if the one may not know the other. */
    private Optional<String> wrongArrow(String from, String to) {
        if (!Project.isIn(to, root) || project.isKernel(to)) {
            return Optional.empty();
        }
        if (project.isKernel(from)) {
            return Optional.of("the kernel knows nothing of the package " + root + ": hand in what it needs");
        }
        String here = contextOf(from);
        String there = contextOf(to);
        if (!contexts.contains(here)) {
            return Optional.empty();
        }
        if (here.equals(there)) {
            return wrongLayer(layerOf(from), layerOf(to));
        }
        return contexts.contains(there) && !layerOf(to).equals(API)
                ? Optional.of("let " + there + " offer it in " + root + "." + there + ".api")
                : Optional.empty();
    }

    private static Optional<String> wrongLayer(String from, String to) {
        Set<String> known = INWARDS.get(from);
        boolean isOutside = !INWARDS.containsKey(to) && !from.equals(DOMAIN) && !from.equals(API);
        if (known == null || from.equals(to) || known.contains(to) || isOutside) {
            return Optional.empty();
        }
        String names = known.isEmpty() ? "itself" : String.join(", ", new TreeSet<>(known));
        return Optional.of("let " + from + " know only " + names + ", and hand in what it needs");
    }

    private String contextOf(String type) {
        return part(type, 0);
    }

    private String layerOf(String type) {
        return part(type, 1);
    }

    private String part(String type, int index) {
        String[] parts = type.substring(root.length() + 1).split("\\.", -1);
        return parts.length > index + 1 ? parts[index] : "";
    }

    private Stream<Violation> impurities(ClassFile file) {
        boolean isDomain = !file.isGenerated()
                && contexts.contains(contextOf(file.name()))
                && layerOf(file.name()).equals(DOMAIN);
        return isDomain ? each(file, this::impurity, mention -> "domain uses " + used(mention)) : Stream.empty();
    }

    private static String used(Mention mention) {
        return mention.call().isEmpty() ? mention.type() : mention.type() + "." + mention.call();
    }

    private Optional<String> impurity(Mention mention) {
        String type = mention.type();
        if (Stream.of("io.micronaut.", "jakarta.", "javax.inject.").anyMatch(type::startsWith)) {
            return Optional.of("keep the domain plain Java, and let application or web adapt it to the framework");
        }
        boolean isShared = Project.isIn(type, root) && !contexts.contains(contextOf(type));
        if (project.isKernel(type) || isShared) {
            return Optional.of("answer with an own type, and let application translate it");
        }
        return isClock(mention) ? Optional.of("take the time as an Instant parameter") : Optional.empty();
    }

    private static boolean isClock(Mention mention) {
        String type = mention.type();
        String call = mention.call();
        return switch (type) {
            case "java.time.Clock", "java.time.InstantSource" -> true;
            case "java.lang.System" -> call.equals("currentTimeMillis()") || call.equals("nanoTime()");
            case "java.util.Date" -> call.equals("<init>()");
            case "java.util.Calendar" -> call.equals("getInstance()");
            default -> type.startsWith("java.time.") && call.equals("now()");
        };
    }

    /** Each wrong type once, at the first line that names it. */
    private static Stream<Violation> each(
            ClassFile file, Function<Mention, Optional<String>> remedy, Function<Mention, String> problem) {
        Map<String, Violation> found = new LinkedHashMap<>();
        file.mentions().stream()
                .sorted((one, other) ->
                        Boolean.compare(one.place().line() == 0, other.place().line() == 0))
                .forEach(mention -> remedy.apply(mention)
                        .ifPresent(text -> found.putIfAbsent(
                                mention.type(),
                                new Violation(
                                        RULE,
                                        mention.place().type(),
                                        mention.place().toString(),
                                        problem.apply(mention),
                                        text))));
        return found.values().stream();
    }

    private Stream<Violation> circles() {
        EvaluationResult result = slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(project.classes());
        List<String> circles = result.getFailureReport().getDetails();
        return circles.stream()
                .map(circle -> new Violation(
                        RULE,
                        root,
                        root,
                        circle.replace("\n", "\n      "),
                        "turn one of the arrows, or move what both need"));
    }
}
