package dev.onerow.registry.persistence;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Written;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.OldShape;
import dev.onerow.persistence.adopting.Reading;
import dev.onerow.persistence.adopting.Reason;
import dev.onerow.registry.domain.AdoptedRule;
import dev.onerow.registry.domain.Rule;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.sql.SentSql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules of older databases. Codes that differ in the case of their letters alone were several rules there. */
@Singleton
final class AdoptedRules implements Adoption<AdoptedRule> {
    private static final OldShape SHAPE = new OldShape(
            10,
            "rules",
            Set.of("rule_code", "sql"),
            Set.of("id", "name", "description", "created_at", "updated_at"),
            "rules: of one code, in whatever letters, the newest stays");

    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,17}");

    private final Store<RuleRow> rules;
    private final Store<RuleRow> rulesWithIds;
    private final Store<SqlVersionRow> versions;
    private final Stores stores;
    private final RuleReads reads;

    AdoptedRules(Stores stores, RuleReads reads) {
        this.stores = stores;
        this.rules = stores.of(RuleRow.class);
        this.rulesWithIds = stores.withGivenIds(RuleRow.class);
        this.versions = stores.of(SqlVersionRow.class);
        this.reads = reads;
    }

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<AdoptedRule> read(OldRow row) {
        String code = row.textOr("rule_code", "");
        if (code.isBlank()) {
            return Reading.refused(Reason.NULL_KEY);
        }
        if (!RuleCode.isLegal(code)) {
            return Reading.refused(Reason.INVALID_KEY);
        }
        SentSql sql = new SentSql(row.requiredText("sql"));
        if (sql.check().isPresent()) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        RuleCode ruleCode = new RuleCode(code);
        String name = row.textOr("name", "");
        String description = row.textOr("description", "").isEmpty() ? null : row.text("description");
        Rule rule = new Rule(ruleCode, name.isEmpty() ? code : name, description, description, sql.text(), 1);
        Instant updatedAt = row.has("updated_at") ? row.instant("updated_at") : row.instant("created_at");
        return Reading.kept(
                ruleCode.inLowerCase(),
                row.rankByTime("updated_at", "created_at"),
                new AdoptedRule(formerId(row), rule, updatedAt == null ? Instant.EPOCH : updatedAt));
    }

    @Override
    public Writer<AdoptedRule> writer(AdoptionRun run) {
        return this::write;
    }

    private List<Adopted> write(List<AdoptedRule> adopted) {
        Map<String, String> stored =
                reads
                        .codesLike(adopted.stream()
                                .map(rule -> rule.rule().code().inLowerCase())
                                .collect(toSet()))
                        .stream()
                        .collect(toMap(code -> new RuleCode(code).inLowerCase(), Function.identity()));
        List<RuleRow> rows = new ArrayList<>();
        Map<String, AdoptedRule> byCode = new HashMap<>();
        for (AdoptedRule rule : adopted) {
            RuleCode code = rule.rule().code();
            // Where the code is stored with other letters, that rule is here, and newer.
            if (stored.getOrDefault(code.inLowerCase(), code.value()).equals(code.value())) {
                rows.add(RuleRow.of(rule.rule()));
                byCode.put(code.value(), rule);
            }
        }
        Map<String, Outcome> outcomes = save(rows, byCode);
        return adopted.stream()
                .map(rule -> Adopted.as(outcomes.getOrDefault(rule.rule().code().value(), Outcome.STALE)))
                .toList();
    }

    private static @Nullable Long formerId(OldRow row) {
        String id = row.textOr("id", "");
        return POSITIVE.matcher(id).matches() ? (Long) Long.parseLong(id) : null;
    }

    private Map<String, Outcome> save(List<RuleRow> rows, Map<String, AdoptedRule> byCode) {
        Set<Long> taken = taken(byCode.values());
        List<RuleRow> withIds = new ArrayList<>();
        List<RuleRow> others = new ArrayList<>();
        for (RuleRow row : rows) {
            Long former = Objects.requireNonNull(byCode.get(row.ruleCode())).formerId();
            if (former != null && taken.add(former)) {
                withIds.add(row.withId(former));
            } else {
                others.add(row);
            }
        }
        List<Written<RuleRow>> written = new ArrayList<>();
        if (!withIds.isEmpty()) {
            written.addAll(decideAll(rulesWithIds, withIds, byCode));
            stores.continueIds(RuleRow.class);
        }
        written.addAll(decideAll(rules, others, byCode));
        versions.upsertAll(written.stream()
                .filter(one -> one.outcome().isWrite())
                .map(Written::row)
                .map(row -> SqlVersionRow.of(Objects.requireNonNull(row.id()), row, null))
                .toList());
        Map<String, Outcome> outcomes = new HashMap<>();
        written.forEach(one -> outcomes.put(one.row().ruleCode(), one.outcome()));
        return outcomes;
    }

    /** The ids that others have here; those that are given out join them. */
    private Set<Long> taken(Collection<AdoptedRule> adopted) {
        List<Long> former = adopted.stream()
                .map(AdoptedRule::formerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new HashSet<>(former.isEmpty() ? List.of() : reads.idsAmong(former));
    }

    private static List<Written<RuleRow>> decideAll(
            Store<RuleRow> store, List<RuleRow> rows, Map<String, AdoptedRule> byCode) {
        return store.decideAll(
                rows,
                (stored, incoming) ->
                        decide(stored, incoming, Objects.requireNonNull(byCode.get(incoming.ruleCode()))));
    }

    private static Decision<RuleRow> decide(@Nullable RuleRow stored, RuleRow incoming, AdoptedRule rule) {
        if (stored == null) {
            return Decision.write(incoming);
        }
        return rule.over(stored.rule(), Objects.requireNonNull(stored.updatedAt()))
                .map(changed -> Decision.write(RuleRow.of(changed)))
                .orElseGet(() -> rule.says(stored.rule()) ? Decision.keep() : Decision.stale());
    }
}
