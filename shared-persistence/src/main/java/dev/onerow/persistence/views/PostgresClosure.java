package dev.onerow.persistence.views;

import dev.onerow.persistence.views.PostgresDependencies.Dependency;
import dev.onerow.persistence.views.PostgresDependencies.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All plain views that read one view, directly or through others; the view itself is not among them. */
final class PostgresClosure {
    private final long root;
    private final List<Dependency> dependencies;
    private final Map<Long, Node> views = new LinkedHashMap<>();
    private final Map<Long, Integer> distances = new HashMap<>();
    private final Map<Long, Integer> depths = new HashMap<>();

    PostgresClosure(long root, List<Dependency> dependencies) {
        this.root = root;
        this.dependencies = dependencies;
        for (var dependency : dependencies) {
            if (dependency.view() != null) {
                views.put(dependency.view().oid(), dependency.view());
            }
        }
        distances.put(root, 0);
        depths.put(root, 0);
        settle();
    }

    /** The shortest way to each view tells how near it is, the longest when it can be built. Views never go in circles. */
    private void settle() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var dependency : dependencies) {
                if (dependency.view() != null && depths.containsKey(dependency.base())) {
                    long view = dependency.view().oid();
                    int base = dependency.base() == root ? 0 : distances.getOrDefault(dependency.base(), 0);
                    int depth = depths.getOrDefault(dependency.base(), 0) + 1;
                    changed |= lower(view, base + 1);
                    changed |= raise(view, depth);
                }
            }
        }
    }

    private boolean lower(long view, int distance) {
        boolean isLower = distance < distances.getOrDefault(view, Integer.MAX_VALUE);
        if (isLower) {
            distances.put(view, distance);
        }
        return isLower;
    }

    private boolean raise(long view, int depth) {
        boolean isHigher = depth > depths.getOrDefault(view, 0);
        if (isHigher) {
            depths.put(view, depth);
        }
        return isHigher;
    }

    /** What cannot be made again, in words. */
    Optional<String> blocker() {
        return dependencies.stream()
                .filter(dependency -> dependency.view() == null)
                .map(Dependency::description)
                .sorted()
                .findFirst();
    }

    /** In an order in which they can be made: each behind all that it reads. */
    List<Node> inBuildOrder() {
        return views.values().stream()
                .sorted(Comparator.comparing((Node view) -> depths.getOrDefault(view.oid(), 0))
                        .thenComparing(Node::schema)
                        .thenComparing(Node::name))
                .toList();
    }

    List<Dependant> byDistance() {
        return views.values().stream()
                .map(view -> new Dependant(view.schema(), view.name(), distances.getOrDefault(view.oid(), 0)))
                .sorted(Comparator.comparing(Dependant::distance)
                        .thenComparing(Dependant::name)
                        .thenComparing(Dependant::schema))
                .toList();
    }

    List<Long> oids() {
        return new ArrayList<>(views.keySet());
    }

    /** A view that names a column of the root which is not among these, and that column. */
    Optional<ViewRefused.Reason.BrokenDependant> broken(Set<String> columns) {
        return dependencies.stream()
                .filter(dependency -> dependency.base() == root)
                .flatMap(dependency -> dependency.used().stream()
                        .filter(column -> !columns.contains(column))
                        .map(column -> new ViewRefused.Reason.BrokenDependant(nameOf(dependency), column)))
                .min(Comparator.comparing(ViewRefused.Reason.BrokenDependant::toString));
    }

    private static String nameOf(Dependency dependency) {
        return dependency.view() == null
                ? dependency.description()
                : dependency.view().name();
    }
}
