package dev.onerow.registry.application;

import dev.onerow.registry.domain.ColumnChange;
import dev.onerow.registry.domain.Effect;
import dev.onerow.registry.domain.StoredRule;
import dev.onerow.registry.domain.StoredView;
import java.util.List;
import java.util.OptionalLong;

/**
 * What executing a rule did.
 *
 * @param rowCount how many rows the view has; empty when counting took too long
 * @param dependants all views that read the view, nearest first
 */
public record Execution(
        Effect ruleEffect,
        StoredRule rule,
        Effect viewEffect,
        StoredView view,
        OptionalLong rowCount,
        ColumnChange change,
        List<DependantView> dependants) {

    public Execution {
        dependants = List.copyOf(dependants);
    }

    /** A view that reads the executed one. */
    public record DependantView(String name, boolean registered, boolean rebuilt) {}
}
