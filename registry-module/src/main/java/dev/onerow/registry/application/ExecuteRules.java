package dev.onerow.registry.application;

import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.views.Views;
import dev.onerow.registry.domain.Effect;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.Rules;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Executes many rules, each in a transaction of its own and after those whose views it reads. Those that have not changed
 * are found by one comparison and are not touched.
 */
@Singleton
public class ExecuteRules {
    private final Rules rules;
    private final RegisteredViews registered;
    private final Views views;
    private final ViewMaking making;
    private final Attempts attempts;
    private final Transactions transactions;

    ExecuteRules(
            Rules rules,
            RegisteredViews registered,
            Views views,
            ViewMaking making,
            Attempts attempts,
            Transactions transactions) {
        this.rules = rules;
        this.registered = registered;
        this.views = views;
        this.making = making;
        this.attempts = attempts;
        this.transactions = transactions;
    }

    /**
     * Executes these rules, or all when there are none.
     *
     * @param codes as they were sent; one that is no code is refused alone
     * @param answers told what became of each, in the order given, when no rule before it is still to be executed
     */
    public void execute(List<String> codes, BiConsumer<String, Answer<Effect>> answers) {
        var snapshot = transactions.read(() -> ExecutionSnapshot.of(given(codes), rules, registered, views));
        var inputs =
                codes.isEmpty() ? snapshot.codes().stream().map(RuleCode::value).toList() : codes;
        var order = snapshot.order();
        var lines = new LinesInOrder(inputs, Set.copyOf(order.order()), answers);
        snapshot.unchanged().forEach(rule -> lines.settle(rule, new Answer.Done<>(Effect.UNCHANGED)));
        order.cyclic().forEach(rule -> lines.settle(rule, new Answer.Refused<>(new Refusal.Cycle(rule))));
        lines.answerWhatIsSettled();
        for (var rule : order.order()) {
            lines.settle(rule, execute(rule));
            lines.answerWhatIsSettled();
        }
    }

    private static @Nullable List<RuleCode> given(List<String> codes) {
        return codes.isEmpty()
                ? null
                : codes.stream().filter(RuleCode::isLegal).map(RuleCode::new).toList();
    }

    /** Each view of the rule, or the first one when it has none yet. */
    private Answer<Effect> execute(RuleCode code) {
        return attempts.attempt(() -> {
            views.lock();
            var rule = rules.find(code).orElseThrow(() -> new Undone(new Refusal.UnknownRule(code)));
            var own = registered.ofRule(rule.id());
            if (own.isEmpty()) {
                return making.make(rule, null, null).effect();
            }
            return own.stream()
                    .map(view ->
                            making.make(rule, view.view().name().value(), null).effect())
                    .reduce(Effect.UNCHANGED, Effect::and);
        });
    }
}
