package dev.onerow.registry.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.onerow.persistence.views.View;
import dev.onerow.persistence.views.Views;
import dev.onerow.registry.domain.DependencyOrder;
import dev.onerow.registry.domain.DerivedName;
import dev.onerow.registry.domain.LiveView;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.StoredRule;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.sql.Identifiers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some rules with their views, read at once: which of them have not changed, and in which order the others run.
 *
 * @param rules by code
 * @param unchanged those whose views are all there and as they should be
 */
record ExecutionSnapshot(List<StoredRule> rules, Set<RuleCode> unchanged, Map<Long, List<StoredView>> views) {

    static ExecutionSnapshot of(List<StoredRule> rules, RegisteredViews registered, Views views) {
        var own = registered.ofRules(rules.stream().map(StoredRule::id).toList()).stream()
                .collect(groupingBy(view -> Objects.requireNonNull(view.view().owner())));
        var live = views.all().stream().collect(toMap(View::name, LiveViews::of));
        var version = views.serverVersion();
        var server = version.isPresent() ? (Integer) version.getAsInt() : null;
        Set<RuleCode> unchanged = new HashSet<>();
        for (var rule : rules) {
            var all = own.getOrDefault(rule.id(), List.of());
            if (!all.isEmpty() && all.stream().allMatch(view -> isUnchanged(rule, view, live, server))) {
                unchanged.add(rule.rule().code());
            }
        }
        return new ExecutionSnapshot(rules, unchanged, own);
    }

    private static boolean isUnchanged(
            StoredRule rule, StoredView view, Map<String, LiveView> live, @Nullable Integer server) {
        var name = view.view().name().value();
        return !view.outdated()
                && Objects.equals(view.view().catalogue().serverVersion(), server)
                && view.view().isCurrent(rule.rule().sql().hash(), live.get(name), server);
    }

    /** How the rules that have changed are to be executed. */
    DependencyOrder order() {
        Map<RuleCode, Set<String>> names = new HashMap<>();
        Map<RuleCode, Set<String>> mentioned = new HashMap<>();
        for (var rule : rules) {
            var code = rule.rule().code();
            if (!unchanged.contains(code)) {
                names.put(code, viewNames(rule));
                mentioned.put(code, Identifiers.in(rule.rule().sql().value()));
            }
        }
        return DependencyOrder.of(names, mentioned);
    }

    private Set<String> viewNames(StoredRule rule) {
        var own = views.getOrDefault(rule.id(), List.of());
        return own.isEmpty()
                ? Set.of(DerivedName.of(rule.rule().name(), rule.rule().code()))
                : own.stream().map(view -> view.view().name().value()).collect(Collectors.toSet());
    }
}
