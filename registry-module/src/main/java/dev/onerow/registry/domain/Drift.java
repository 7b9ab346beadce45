package dev.onerow.registry.domain;

import dev.onerow.registry.domain.RegisteredView.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
     * @param registered how the database had each registered view when the registry last looked
     * @param live the views of the database, by name; a view of the registry may live in any readable schema
     * @param ours names of the live views where only the service makes views: there every view should be registered
     */
    public static Drift between(
            Map<String, Catalogue> registered,
            Map<String, LiveView> live,
            Set<String> ours,
            @Nullable Integer serverVersion) {
        return new Drift(
                names(registered.keySet(), name -> !live.containsKey(name)),
                names(ours, name -> !registered.containsKey(name)),
                names(registered.keySet(), name -> isEdited(registered.get(name), live.get(name), serverVersion)));
    }

    private static boolean isEdited(
            @Nullable Catalogue remembered, @Nullable LiveView now, @Nullable Integer serverVersion) {
        return remembered != null && now != null && !remembered.isStillSo(now, serverVersion);
    }

    private static List<String> names(Set<String> all, Predicate<String> wanted) {
        return all.stream().filter(wanted).sorted().toList();
    }
}
