package dev.onerow.registry.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where registry and database disagree, each list by name.
 *
 * @param missing registered, but there is no view
 * @param orphaned a view that is not registered
 * @param handEdited a view that somebody else has changed
 */
public record Drift(List<String> missing, List<String> orphaned, List<String> handEdited) {

    public Drift {
        missing = List.copyOf(missing);
        orphaned = List.copyOf(orphaned);
        handEdited = List.copyOf(handEdited);
    }

    /**
     * Compares.
     *
     * @param live the views of the database, by name; a view of the registry may live in any readable schema
     * @param ours names of the live views where only the service makes views: there every view should be registered
     */
    public static Drift between(
            Collection<RegisteredView> registered,
            Map<String, LiveView> live,
            Set<String> ours,
            @Nullable Integer serverVersion) {
        var names = registered.stream().map(view -> view.name().value()).collect(Collectors.toSet());
        Predicate<RegisteredView> isMissing =
                view -> !live.containsKey(view.name().value());
        return new Drift(
                registered.stream()
                        .filter(isMissing)
                        .map(view -> view.name().value())
                        .sorted()
                        .toList(),
                ours.stream().filter(name -> !names.contains(name)).sorted().toList(),
                registered.stream()
                        .filter(isMissing.negate())
                        .filter(view -> isEdited(view, live, serverVersion))
                        .map(view -> view.name().value())
                        .sorted()
                        .toList());
    }

    private static boolean isEdited(RegisteredView view, Map<String, LiveView> live, @Nullable Integer serverVersion) {
        var now = live.get(view.name().value());
        return now != null && !view.isAsRemembered(now, serverVersion);
    }
}
