package dev.onerow.registry.application;

import dev.onerow.persistence.views.Views;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.Rules;
import dev.onerow.registry.domain.StoredRule;
import jakarta.inject.Singleton;

/** Removes a rule with its SQL versions. Its views stay and answer, and have no owner any more. */
@Singleton
public class RemoveRule {
    private final Rules rules;
    private final RegisteredViews registered;
    private final Views views;
    private final Attempts attempts;

    RemoveRule(Rules rules, RegisteredViews registered, Views views, Attempts attempts) {
        this.rules = rules;
        this.registered = registered;
        this.views = views;
        this.attempts = attempts;
    }

    /** Removes it; what it was. */
    public Answer<StoredRule> remove(RuleCode code, Condition condition) {
        return attempts.attempt(() -> {
            views.lock();
            // Rules are saved without the lock on views: a writer who came between has made another rule of it.
            StoredRule rule;
            do {
                rule = permitted(code, condition);
                // The foreign key would do it too, but would leave the versions of the rows where they are.
                registered.release(rule.id());
            } while (!rules.remove(rule));
            return rule;
        });
    }

    private StoredRule permitted(RuleCode code, Condition condition) {
        var rule = rules.find(code).orElseThrow(() -> new Undone(new Refusal.UnknownRule(code)));
        if (!condition.permits(rule.row().version())) {
            throw new Undone(new Refusal.ConditionFailed(rule.row().version()));
        }
        return rule;
    }
}
