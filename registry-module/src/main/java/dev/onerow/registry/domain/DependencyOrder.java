package dev.onerow.registry.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The order in which rules run: each after every other listed rule whose view it mentions, ties by code.
 *
 * @param order the rules that can run
 * @param cyclic the rules that wait for each other, in the order of their codes; what only waits for them can run
 */
public record DependencyOrder(List<RuleCode> order, Set<RuleCode> cyclic) {

    public DependencyOrder {
        order = List.copyOf(order);
        cyclic = Set.copyOf(cyclic);
    }

    /**
     * Orders rules.
     *
     * @param views the view names of each rule
     * @param mentioned the identifiers in the SQL of each rule, in lower case; a rule that mentions its own view, as a
     *     column's name perhaps, does not wait for itself
     */
    public static DependencyOrder of(Map<RuleCode, Set<String>> views, Map<RuleCode, Set<String>> mentioned) {
        var waitsFor = waitsFor(views, mentioned);
        var cyclic = cyclic(waitsFor);
        cyclic.forEach(waitsFor::remove);
        waitsFor.values().forEach(others -> others.removeAll(cyclic));
        return new DependencyOrder(sorted(waitsFor), cyclic);
    }

    private static Map<RuleCode, Set<RuleCode>> waitsFor(
            Map<RuleCode, Set<String>> views, Map<RuleCode, Set<String>> mentioned) {
        Map<String, Set<RuleCode>> makers = new HashMap<>();
        views.forEach((rule, names) -> names.forEach(
                name -> makers.computeIfAbsent(name, absent -> new TreeSet<>()).add(rule)));
        Map<RuleCode, Set<RuleCode>> waitsFor = new TreeMap<>();
        views.keySet().forEach(rule -> {
            Set<RuleCode> others = new TreeSet<>();
            mentioned.getOrDefault(rule, Set.of()).forEach(name -> others.addAll(makers.getOrDefault(name, Set.of())));
            others.remove(rule);
            waitsFor.put(rule, others);
        });
        return waitsFor;
    }

    /** The rules that reach themselves: what is left when all that is waited for by nobody or waits for nobody is gone. */
    private static Set<RuleCode> cyclic(Map<RuleCode, Set<RuleCode>> waitsFor) {
        Set<RuleCode> cyclic = new HashSet<>();
        for (var component : new Components(waitsFor).all()) {
            if (component.size() > 1) {
                cyclic.addAll(component);
            }
        }
        return cyclic;
    }

    private static List<RuleCode> sorted(Map<RuleCode, Set<RuleCode>> waitsFor) {
        Map<RuleCode, Integer> open = new HashMap<>();
        Map<RuleCode, List<RuleCode>> waiting = new HashMap<>();
        var ready = new TreeSet<RuleCode>();
        waitsFor.forEach((rule, others) -> {
            open.put(rule, others.size());
            others.forEach(other ->
                    waiting.computeIfAbsent(other, absent -> new ArrayList<>()).add(rule));
            if (others.isEmpty()) {
                ready.add(rule);
            }
        });
        List<RuleCode> order = new ArrayList<>(waitsFor.size());
        for (var rule = ready.pollFirst(); rule != null; rule = ready.pollFirst()) {
            order.add(rule);
            for (var next : waiting.getOrDefault(rule, List.of())) {
                if (open.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        return order;
    }
}
