package dev.onerow.registry.application;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.onerow.persistence.views.View;
import dev.onerow.persistence.views.Views;
import dev.onerow.registry.domain.DependencyOrder;
import dev.onerow.registry.domain.DerivedName;
import dev.onerow.registry.domain.OwnedView;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.Rules;
import dev.onerow.registry.domain.StoredRule;
import dev.onerow.registry.domain.sql.Identifiers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some rules and their views, compared at one moment: which of them have not changed, and in which order the others run.
 * The texts are read of those only that have, and none is kept.
 *
 * @param codes of the rules that were asked for
 * @param unchanged those whose views are all there and as they should be
 * @param order how the others that exist are to be executed
 */
record ExecutionSnapshot(List<RuleCode> codes, Set<RuleCode> unchanged, DependencyOrder order) {

    /**
     * Takes it.
     *
     * @param given codes as they were sent, those that are none left out; null for all rules
     */
    static ExecutionSnapshot of(@Nullable List<RuleCode> given, Rules rules, RegisteredViews registered, Views views) {
        var own = registered.byRule();
        var codes = given == null ? List.copyOf(own.keySet()) : given;
        var live = views.all().stream().collect(toMap(View::name, LiveViews::of));
        var version = views.serverVersion();
        var server = version.isPresent() ? (Integer) version.getAsInt() : null;
        Set<RuleCode> unchanged = new HashSet<>();
        Set<RuleCode> others = new LinkedHashSet<>();
        for (var code : codes) {
            var all = own.getOrDefault(code, List.of());
            boolean isSettled = !all.isEmpty()
                    && all.stream()
                            .allMatch(
                                    view -> view.isSettled(live.get(view.name().value()), server));
            (isSettled ? unchanged : others).add(code);
        }
        Map<RuleCode, Set<String>> names = new HashMap<>();
        Map<RuleCode, Set<String>> mentioned = new HashMap<>();
        rules.each(others, rule -> {
            var code = rule.rule().code();
            names.put(code, viewNames(rule, own.getOrDefault(code, List.of())));
            mentioned.put(code, Identifiers.in(rule.rule().sql().value()));
        });
        return new ExecutionSnapshot(codes, unchanged, DependencyOrder.of(names, mentioned));
    }

    private static Set<String> viewNames(StoredRule rule, List<OwnedView> own) {
        return own.isEmpty()
                ? Set.of(DerivedName.of(rule.rule().name(), rule.rule().code()))
                : own.stream().map(view -> view.name().value()).collect(toSet());
    }
}
