package dev.onerow.registry.persistence;

import dev.onerow.persistence.Changes;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.registry.domain.OwnedView;
import dev.onerow.registry.domain.Place;
import dev.onerow.registry.domain.RegisteredView;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.SavedView;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.ViewName;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Registered views in the table {@code views_registry}. */
@Singleton
final class StoredRegisteredViews implements RegisteredViews {
    private final Store<ViewRow> views;
    private final ViewReads reads;

    StoredRegisteredViews(Stores stores, ViewReads reads) {
        this.views = stores.of(ViewRow.class);
        this.reads = reads;
    }

    @Override
    public Optional<StoredView> find(ViewName name) {
        return reads.named(name.value()).map(ViewRowWithOwner::stored);
    }

    @Override
    public List<StoredView> ofRules(Collection<Long> ruleIds) {
        if (ruleIds.size() > StoredRules.MOST_PARAMETERS) {
            var wanted = Set.copyOf(ruleIds);
            return all().stream()
                    .filter(view -> view.view().owner() != null
                            && wanted.contains(view.view().owner()))
                    .toList();
        }
        if (ruleIds.size() == 1) {
            return stored(reads.ofRule(ruleIds.iterator().next()));
        }
        return ruleIds.isEmpty() ? List.of() : stored(reads.ofRules(ruleIds));
    }

    @Override
    public List<StoredView> findAll(Collection<String> names) {
        if (names.size() > StoredRules.MOST_PARAMETERS) {
            var wanted = Set.copyOf(names);
            return all().stream()
                    .filter(view -> wanted.contains(view.view().name().value()))
                    .toList();
        }
        return names.isEmpty() ? List.of() : stored(reads.allNamed(names));
    }

    @Override
    public Map<RuleCode, List<OwnedView>> byRule() {
        Map<RuleCode, List<OwnedView>> all = new LinkedHashMap<>();
        for (var row : reads.owned()) {
            var own = all.computeIfAbsent(new RuleCode(row.ruleCode()), absent -> new ArrayList<>(1));
            row.view().ifPresent(own::add);
        }
        return all;
    }

    @Override
    public List<StoredView> all() {
        return stored(reads.all());
    }

    @Override
    public List<StoredView> byName(String afterName, int limit) {
        return stored(reads.byName(afterName, limit));
    }

    @Override
    public List<StoredView> byUpdate(Place after, int limit) {
        return stored(reads.byUpdate(after.updatedAt(), after.id(), limit));
    }

    @Override
    public SavedView save(RegisteredView view) {
        // What becomes of the row was decided under the lock on views, which every writer of this table holds.
        var written = views.upsert(ViewRow.of(view));
        var row = written.row();
        return new SavedView(RuleSaving.effect(written.outcome()), Objects.requireNonNull(row.id()), row.rowVersion());
    }

    @Override
    public void saveAll(Collection<RegisteredView> all) {
        views.upsertAll(all.stream().map(ViewRow::of).toList());
    }

    @Override
    public void release(long ruleId) {
        var keys = reads.ofRule(ruleId).stream()
                .map(view -> Key.of(view.tableName()))
                .toList();
        views.patchAll(keys, Changes.of("ruleId", null));
    }

    @Override
    public void remove(ViewName name) {
        views.delete(Key.of(name.value()));
    }

    private static List<StoredView> stored(List<ViewRowWithOwner> rows) {
        return rows.stream().map(ViewRowWithOwner::stored).toList();
    }
}
