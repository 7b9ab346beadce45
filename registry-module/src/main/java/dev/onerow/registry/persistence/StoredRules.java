package dev.onerow.registry.persistence;

import dev.onerow.persistence.ConstraintViolated;
import dev.onerow.persistence.ConstraintViolation;
import dev.onerow.persistence.Deleted;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.Place;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RuleChange;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.Rules;
import dev.onerow.registry.domain.SavedRule;
import dev.onerow.registry.domain.SqlVersion;
import dev.onerow.registry.domain.StoredRule;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rules in the tables {@code rules} and {@code rule_versions}. */
@Singleton
final class StoredRules implements Rules {
    /** As many rules with texts as long as they may be are some MiB. */
    private static final int FEW = 25;

    private final Store<RuleRow> rules;
    private final Store<SqlVersionRow> versions;
    private final RuleReads reads;
    private final SqlVersionReads versionReads;

    StoredRules(Stores stores, RuleReads reads, SqlVersionReads versionReads) {
        this.rules = stores.of(RuleRow.class);
        this.versions = stores.of(SqlVersionRow.class);
        this.reads = reads;
        this.versionReads = versionReads;
    }

    @Override
    public List<SavedRule> saveAll(List<RuleChange> changes, Condition condition, @Nullable String requestId) {
        var saving = new RuleSaving(changes, condition, reads::codesLike);
        var saved = saving.saveTo(rules.quarantining());
        saveNewStates(saving, requestId);
        return saved;
    }

    /** Without the savepoint that a refused row among several needs. */
    @Override
    public SavedRule save(RuleChange change, Condition condition, @Nullable String requestId) {
        var saving = new RuleSaving(List.of(change), condition, reads::codesLike);
        SavedRule saved;
        try {
            saved = saving.saveTo(rules).get(0);
        } catch (ConstraintViolated violated) {
            if (violated.violation().kind() != ConstraintViolation.Kind.UNIQUE) {
                throw violated;
            }
            // Another writer was first with the code.
            return new SavedRule.Refused(new Refusal.CaseConflict(change.code(), change.code()));
        }
        saveNewStates(saving, requestId);
        return saved;
    }

    private void saveNewStates(RuleSaving saving, @Nullable String requestId) {
        var states = saving.newStates(requestId);
        if (!states.isEmpty()) {
            versions.upsertAll(states);
        }
    }

    @Override
    public Optional<StoredRule> find(RuleCode code) {
        return reads.findByRuleCode(code.value()).map(RuleRow::stored);
    }

    @Override
    public List<StoredRule> findAll(Collection<RuleCode> codes) {
        return stored(Portions.read(codes.stream().map(RuleCode::value).toList(), reads::findByRuleCodeIn));
    }

    @Override
    public void each(Collection<RuleCode> codes, Consumer<StoredRule> taker) {
        var values = codes.stream().map(RuleCode::value).toList();
        Portions.of(values, FEW)
                .forEach(portion -> stored(reads.findByRuleCodeIn(portion)).forEach(taker));
    }

    @Override
    public List<StoredRule> byKey(String afterKey, int limit) {
        return stored(reads.byCode(afterKey, limit));
    }

    @Override
    public List<StoredRule> byUpdate(Place after, int limit) {
        return stored(reads.byUpdate(after.updatedAt(), after.id(), limit));
    }

    @Override
    public List<Long> sizesByKey(String afterKey, int limit) {
        return reads.sizesByCode(afterKey, limit);
    }

    @Override
    public List<Long> sizesByUpdate(Place after, int limit) {
        return reads.sizesByUpdate(after.updatedAt(), after.id(), limit);
    }

    @Override
    public List<Long> sizesBelow(long ruleId, int sqlVersion, int limit) {
        return versionReads.sizesBelow(ruleId, sqlVersion, limit);
    }

    @Override
    public List<SqlVersion> versionsBelow(long ruleId, int sqlVersion, int limit) {
        return versionReads.below(ruleId, sqlVersion, limit).stream()
                .map(SqlVersionRow::stored)
                .toList();
    }

    @Override
    public boolean remove(StoredRule rule) {
        var key = Key.of(rule.rule().code().value());
        return rules.delete(key, rule.row().version()) == Deleted.DELETED;
    }

    private static List<StoredRule> stored(List<RuleRow> rows) {
        return rows.stream().map(RuleRow::stored).toList();
    }
}
