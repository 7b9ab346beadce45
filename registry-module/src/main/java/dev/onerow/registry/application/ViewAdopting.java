package dev.onerow.registry.application;

import static java.util.stream.Collectors.toMap;

import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.Reading;
import dev.onerow.persistence.adopting.Reason;
import dev.onerow.persistence.views.View;
import dev.onerow.persistence.views.ViewRefused;
import dev.onerow.persistence.views.Views;
import dev.onerow.persistence.views.ViewsBusy;
import dev.onerow.registry.application.AdoptViews.OldView;
import dev.onerow.registry.domain.Effect;
import dev.onerow.registry.domain.RegisteredView;
import dev.onerow.registry.domain.RegisteredView.Catalogue;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.Rules;
import dev.onerow.registry.domain.StoredRule;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.sql.Identifiers;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adopts the views of one run. A view is made after those that its SQL mentions. */
final class ViewAdopting implements Adoption.Writer<OldView> {
    private final AdoptViews adoption;
    private final AdoptionRun run;
    private final Rules rules;
    private final RegisteredViews registered;
    private final Views views;
    private final ViewMaking making;

    /** Those made ahead of their turn, because another one reads them. */
    private final Set<String> madeAhead = new HashSet<>();

    private Map<String, StoredRule> owners = Map.of();

    ViewAdopting(
            AdoptViews adoption,
            AdoptionRun run,
            Rules rules,
            RegisteredViews registered,
            Views views,
            ViewMaking making) {
        this.adoption = adoption;
        this.run = run;
        this.rules = rules;
        this.registered = registered;
        this.views = views;
        this.making = making;
    }

    @Override
    public List<Adopted> write(List<OldView> rows) {
        views.lock();
        owners = ownersOf(rows);
        Map<String, StoredView> stored =
                registered.findAll(rows.stream().map(row -> row.name().value()).toList()).stream()
                        .collect(toMap(view -> view.view().name().value(), Function.identity()));
        Map<String, View> live =
                views.all().stream().collect(toMap(View::name, Function.identity(), (one, other) -> one));
        return rows.stream()
                .map(row -> adopt(
                        row, stored.get(row.name().value()), live.get(row.name().value())))
                .toList();
    }

    /** The rules here by the old ids that the views name; where several there were one, it is the one that stayed. */
    private Map<String, StoredRule> ownersOf(Collection<OldView> rows) {
        Map<String, OldRow> old = run.survivors(
                "rules",
                rows.stream()
                        .map(OldView::oldRuleId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        Map<String, RuleCode> codes = new HashMap<>();
        old.forEach((id, row) -> codes.put(id, new RuleCode(row.requiredText("rule_code"))));
        Map<RuleCode, StoredRule> here = rules.findAll(Set.copyOf(codes.values())).stream()
                .collect(toMap(rule -> rule.rule().code(), Function.identity()));
        Map<String, StoredRule> found = new HashMap<>();
        codes.forEach((id, code) -> Optional.ofNullable(here.get(code)).ifPresent(rule -> found.put(id, rule)));
        return found;
    }

    private @Nullable StoredRule ownerOf(OldView row) {
        return row.oldRuleId() == null ? null : owners.get(row.oldRuleId());
    }

    private Adopted adopt(OldView row, @Nullable StoredView stored, @Nullable View live) {
        if (madeAhead.contains(row.name().value())) {
            return Adopted.as(Outcome.INSERTED);
        }
        if (stored != null) {
            return over(stored, row);
        }
        if (live != null) {
            registered.save(new RegisteredView(row.name(), ownerId(row), row.summary(), null, catalogue(live)));
            return Adopted.as(Outcome.INSERTED);
        }
        return run.executesRules() && make(row, new HashSet<>())
                ? Adopted.as(Outcome.INSERTED)
                : Adopted.refused(Reason.NO_SUCH_VIEW);
    }

    /** The one here stays, unless the older registry has changed since: then its summary, and its owner if none is here. */
    private Adopted over(StoredView stored, OldView row) {
        RegisteredView here = stored.view();
        Long owner = here.owner() == null ? ownerId(row) : here.owner();
        boolean saysTheSame = Objects.equals(here.summary(), row.summary()) && Objects.equals(here.owner(), owner);
        if (saysTheSame) {
            return Adopted.as(Outcome.UNCHANGED);
        }
        if (!row.updatedAt().isAfter(stored.row().updatedAt())) {
            return Adopted.as(Outcome.STALE);
        }
        registered.save(new RegisteredView(here.name(), owner, row.summary(), here.origin(), here.catalogue()));
        return Adopted.as(Outcome.UPDATED);
    }

    private @Nullable Long ownerId(OldView row) {
        StoredRule owner = ownerOf(row);
        return owner == null ? null : (Long) owner.id();
    }

    private Catalogue catalogue(View live) {
        var version = views.serverVersion();
        return Catalogue.of(LiveViews.of(live), version.isPresent() ? (Integer) version.getAsInt() : null);
    }

    /** Makes a view, and first those that it reads; whether it is there then. */
    private boolean make(OldView row, Set<String> underWay) {
        StoredRule owner = ownerOf(row);
        if (owner == null || !underWay.add(row.name().value())) {
            return false;
        }
        for (OldView read : mentionedBy(owner)) {
            if (registered.find(read.name()).isEmpty() && make(read, underWay)) {
                madeAhead.add(read.name().value());
            }
        }
        try {
            Effect effect = run.inSavepoint(
                    () -> making.make(owner, row.name().value(), row.summary() == null ? "" : row.summary())
                            .effect());
            return effect == Effect.INSERTED;
        } catch (Undone | ViewRefused | ViewsBusy refused) {
            return false;
        }
    }

    /** The views of the older registry that the SQL of a rule mentions, each as it won its name. */
    private Collection<OldView> mentionedBy(StoredRule owner) {
        Map<String, OldView> mentioned = new TreeMap<>();
        for (OldRow row :
                run.clusters(AdoptViews.TABLE, Identifiers.in(owner.rule().sql().value()))) {
            if (adoption.read(row) instanceof Reading.Kept<OldView> kept) {
                mentioned.putIfAbsent(kept.cluster(), kept.value());
            }
        }
        Map<String, StoredRule> known = owners;
        Map<String, StoredRule> all = new HashMap<>(ownersOf(mentioned.values()));
        all.putAll(known);
        owners = all;
        return mentioned.values();
    }
}
