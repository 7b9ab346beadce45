package dev.onerow.registry.persistence;

import static java.util.stream.Collectors.toSet;

import dev.onerow.persistence.ConstraintViolation;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Refusal.ByConstraint;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Written;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.Effect;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.Rule;
import dev.onerow.registry.domain.RuleChange;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.SavedRule;
import dev.onerow.registry.domain.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Saves some changes of rules by one decided write. A change is not a row: what it leaves open comes from the stored one.
 * So the rows handed to the kernel say which change they stand for by being that very object, and nothing else.
 */
final class RuleSaving {
    private static final SqlText NO_SQL_YET = new SqlText("");

    private final Condition condition;
    private final IdentityHashMap<RuleRow, RuleChange> changes = new IdentityHashMap<>();
    private final IdentityHashMap<RuleRow, RuleRow> newStates = new IdentityHashMap<>();
    private final List<RuleRow> rows = new ArrayList<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Function<Collection<String>, List<String>> codesLike;
    private @Nullable Map<String, String> holders;

    /**
     * Prepares a save.
     *
     * @param codesLike finds the stored codes that are these when letter case does not count
     */
    RuleSaving(List<RuleChange> all, Condition condition, Function<Collection<String>, List<String>> codesLike) {
        this.condition = condition;
        this.codesLike = codesLike;
        for (var change : all) {
            var row = RuleRow.of(new Rule(change.code(), "", null, null, NO_SQL_YET, 1));
            rows.add(row);
            changes.put(row, change);
        }
    }

    /** Saves them; one answer for each, in order. Called once. */
    List<SavedRule> saveTo(Store<RuleRow> store) {
        var written = store.decideAll(rows, this::decide);
        List<SavedRule> saved = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            saved.add(answer(rows.get(i), written.get(i)));
        }
        return saved;
    }

    /** Every state of the SQL that came to be, also one that a later change of the same save has replaced. */
    List<SqlVersionRow> newStates(@Nullable String requestId) {
        return rows.stream()
                .map(newStates::get)
                .filter(Objects::nonNull)
                .filter(state -> ids.containsKey(state.ruleCode()))
                .map(state -> SqlVersionRow.of(ids.getOrDefault(state.ruleCode(), 0L), state, requestId))
                .toList();
    }

    private Decision<RuleRow> decide(@Nullable RuleRow stored, RuleRow incoming) {
        newStates.remove(incoming);
        var code = changeOf(incoming).code();
        var holder = stored == null ? holderOf(code) : code;
        if (!holder.equals(code)) {
            return Decision.refuse(new Refusal.CaseConflict(code, holder));
        }
        var version = stored == null ? null : (Long) stored.version();
        return changeOf(incoming)
                .applyTo(stored == null ? null : stored.rule(), version, condition)
                .answer(
                        rule -> write(stored, incoming, rule),
                        () -> Decision.refuse(new Refusal.ConditionFailed(version)),
                        () -> Decision.refuse(new Refusal.SqlMissing()));
    }

    /** The code that is this one when letter case does not count: that of a stored rule, or the first of this save. */
    private RuleCode holderOf(RuleCode code) {
        var known = holders;
        if (known == null) {
            known = holders();
            holders = known;
        }
        return new RuleCode(known.getOrDefault(code.inLowerCase(), code.value()));
    }

    /** Asked for once, and only when some rule is new: one that is there has its code already. */
    private Map<String, String> holders() {
        var wanted = rows.stream().map(row -> changeOf(row).code()).toList();
        var stored = codesLike.apply(wanted.stream().map(RuleCode::inLowerCase).collect(toSet()));
        Map<String, String> all = new HashMap<>();
        stored.forEach(code -> all.put(new RuleCode(code).inLowerCase(), code));
        wanted.forEach(code -> all.putIfAbsent(code.inLowerCase(), code.value()));
        return all;
    }

    /** A rule that stays as it is is told so, because then its row need not even be locked. */
    private Decision<RuleRow> write(@Nullable RuleRow stored, RuleRow incoming, Rule rule) {
        if (stored != null && stored.rule().equals(rule)) {
            return Decision.keep();
        }
        var decided = RuleRow.of(rule);
        if (stored == null || stored.sqlVersion() != decided.sqlVersion()) {
            newStates.put(incoming, decided);
        }
        return Decision.write(decided);
    }

    private SavedRule answer(RuleRow row, Written<RuleRow> written) {
        if (written.refusal() != null) {
            return new SavedRule.Refused(reason(changeOf(row).code(), written.refusal()));
        }
        var sql = changeOf(row).sql();
        var stored = written.row().stored().recognising(sql == null ? null : sql.text());
        ids.put(row.ruleCode(), stored.id());
        return new SavedRule.Saved(effect(written.outcome()), stored);
    }

    /** A decision refuses for a reason of ours; a constraint, when another writer was first with the code. */
    private Refusal reason(RuleCode code, dev.onerow.persistence.Refusal refusal) {
        if (refusal.reason() instanceof Refusal why) {
            return why;
        }
        if (refusal instanceof ByConstraint constraint
                && constraint.violation().kind() == ConstraintViolation.Kind.UNIQUE) {
            var holders = codesLike.apply(List.of(code.inLowerCase()));
            return new Refusal.CaseConflict(code, holders.isEmpty() ? code : new RuleCode(holders.get(0)));
        }
        throw new IllegalStateException("A rule was refused for no reason that a rule can have: " + refusal);
    }

    static Effect effect(Outcome outcome) {
        return switch (outcome) {
            case INSERTED -> Effect.INSERTED;
            case UPDATED -> Effect.UPDATED;
            case FOLDED -> Effect.FOLDED;
            case UNCHANGED, STALE, REJECTED -> Effect.UNCHANGED;
        };
    }

    private RuleChange changeOf(RuleRow row) {
        return Objects.requireNonNull(changes.get(row));
    }
}
