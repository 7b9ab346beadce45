package dev.onerow.registry.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The strongly connected components of a graph, by Tarjan's algorithm without recursion: chains may be long. */
final class Components {
    private record Visit(RuleCode node, Iterator<RuleCode> open) {}

    private final Map<RuleCode, Set<RuleCode>> graph;
    private final Map<RuleCode, Integer> index = new HashMap<>();
    private final Map<RuleCode, Integer> lowest = new HashMap<>();
    private final Deque<RuleCode> path = new ArrayDeque<>();
    private final Set<RuleCode> onPath = new HashSet<>();
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final List<Set<RuleCode>> found = new ArrayList<>();

    Components(Map<RuleCode, Set<RuleCode>> graph) {
        this.graph = graph;
    }

    List<Set<RuleCode>> all() {
        for (var node : graph.keySet()) {
            if (!index.containsKey(node)) {
                enter(node);
                while (!visits.isEmpty()) {
                    step(visits.getFirst());
                }
            }
        }
        return found;
    }

    private void enter(RuleCode node) {
        index.put(node, index.size());
        lowest.put(node, index.size() - 1);
        path.push(node);
        onPath.add(node);
        visits.push(new Visit(node, graph.getOrDefault(node, Set.of()).iterator()));
    }

    private void step(Visit visit) {
        if (visit.open().hasNext()) {
            var next = visit.open().next();
            if (!index.containsKey(next)) {
                enter(next);
            } else if (onPath.contains(next)) {
                lowest.merge(visit.node(), index.get(next), Math::min);
            }
            return;
        }
        visits.pop();
        if (!visits.isEmpty()) {
            lowest.merge(visits.getFirst().node(), lowest.get(visit.node()), Math::min);
        }
        if (Objects.equals(lowest.get(visit.node()), index.get(visit.node()))) {
            found.add(leave(visit.node()));
        }
    }

    private Set<RuleCode> leave(RuleCode root) {
        Set<RuleCode> component = new HashSet<>();
        RuleCode node;
        do {
            node = path.pop();
            onPath.remove(node);
            component.add(node);
        } while (!node.equals(root));
        return component;
    }
}
