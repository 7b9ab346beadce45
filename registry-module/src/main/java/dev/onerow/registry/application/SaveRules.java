package dev.onerow.registry.application;

import dev.onerow.persistence.Transactions;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RuleChange;
import dev.onerow.registry.domain.Rules;
import dev.onerow.registry.domain.SavedRule;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Saves rules. Their SQL must be safe; whether its tables exist shows when they are executed. */
@Singleton
public class SaveRules {
    private final Rules rules;
    private final Transactions transactions;

    SaveRules(Rules rules, Transactions transactions) {
        this.rules = rules;
        this.transactions = transactions;
    }

    /** Saves one rule. Saving it again changes nothing. */
    public SavedRule save(RuleChange change, Condition condition, @Nullable String requestId) {
        return saveAll(List.of(change), condition, requestId).get(0);
    }

    /** Saves several rules in one transaction; one answer for each, in order. A refused one does not hinder the others. */
    public List<SavedRule> saveAll(List<RuleChange> changes, Condition condition, @Nullable String requestId) {
        List<RuleChange> safe = new ArrayList<>(changes.size());
        List<@Nullable SavedRule> answers = new ArrayList<>(changes.size());
        for (var change : changes) {
            var unsafe = unsafe(change);
            answers.add(unsafe);
            if (unsafe == null) {
                safe.add(change);
            }
        }
        Iterator<SavedRule> saved = safe.isEmpty()
                ? List.<SavedRule>of().iterator()
                : transactions
                        .write(() -> rules.saveAll(safe, condition, requestId))
                        .iterator();
        return answers.stream()
                .map(answer -> answer == null ? saved.next() : answer)
                .toList();
    }

    /** Does several saves in one transaction, or none of them when the work throws. */
    public <T> T inOneTransaction(Supplier<T> work) {
        return transactions.write(work);
    }

    static @Nullable SavedRule unsafe(RuleChange change) {
        return change.sql() == null
                ? null
                : change.sql()
                        .check()
                        .map(why -> (SavedRule) new SavedRule.Refused(new Refusal.Unsafe(why)))
                        .orElse(null);
    }
}
