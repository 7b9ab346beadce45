package dev.onerow.registry.application;

import dev.onerow.persistence.views.Views;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.Effect;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.Rules;
import dev.onerow.registry.domain.SavedRule.Saved;
import dev.onerow.registry.domain.StoredRule;
import jakarta.inject.Singleton;

/**
 * Executes a rule: saves it when SQL is given, makes its view, or makes it again where something has changed, and
 * registers it; all of it in one transaction, or nothing. Executing again changes nothing and needs no DDL.
 */
@Singleton
public class ExecuteRule {
    private final Rules rules;
    private final Views views;
    private final ViewMaking making;
    private final Attempts attempts;

    ExecuteRule(Rules rules, Views views, ViewMaking making, Attempts attempts) {
        this.rules = rules;
        this.views = views;
        this.making = making;
        this.attempts = attempts;
    }

    /**
     * Executes it.
     *
     * @param condition what the stored rule must meet, whether or not it is to be changed
     */
    public Answer<Execution> execute(ExecutionOrder order, Condition condition) {
        var sql = order.change().sql();
        var unsafe = SaveRules.unsafe(order.change());
        if (unsafe != null) {
            return unsafe.answer(saved -> new Answer.Refused<>(new Refusal.SqlMissing()), Answer.Refused::new);
        }
        return attempts.attempt(
                () -> inTransaction(order, condition), position -> sql == null ? position : sql.position(position));
    }

    private Execution inTransaction(ExecutionOrder order, Condition condition) {
        views.lock();
        var saved = save(order, condition);
        var counted = making.makeAndCount(saved.rule(), order.tableName(), order.summary());
        var made = counted.made();
        var execution = new Execution(
                saved.effect(),
                saved.rule(),
                made.effect(),
                made.view(),
                counted.rows(),
                made.change(),
                made.dependants());
        if (order.dryRun()) {
            views.undoAtTheEnd();
        }
        return execution;
    }

    private Saved save(ExecutionOrder order, Condition condition) {
        if (order.change().isEmpty()) {
            return new Saved(Effect.UNCHANGED, permitted(existing(order), condition));
        }
        if (order.change().sql() == null) {
            existing(order);
        }
        return rules.save(order.change(), condition, order.requestId()).answer(saved -> saved, why -> {
            throw new Undone(why);
        });
    }

    private static StoredRule permitted(StoredRule rule, Condition condition) {
        if (!condition.permits(rule.row().version())) {
            throw new Undone(new Refusal.ConditionFailed(rule.row().version()));
        }
        return rule;
    }

    private StoredRule existing(ExecutionOrder order) {
        var code = order.change().code();
        return rules.find(code).orElseThrow(() -> new Undone(new Refusal.UnknownRule(code)));
    }
}
