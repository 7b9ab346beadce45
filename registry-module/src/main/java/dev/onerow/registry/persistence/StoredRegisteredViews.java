package dev.onerow.registry.persistence;

import static java.util.stream.Collectors.toMap;

import dev.onerow.persistence.Changes;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.registry.domain.OwnedView;
import dev.onerow.registry.domain.Place;
import dev.onerow.registry.domain.RegisteredView;
import dev.onerow.registry.domain.RegisteredView.Catalogue;
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
    public List<StoredView> ofRule(long ruleId) {
        return stored(reads.ofRule(ruleId));
    }

    @Override
    public List<StoredView> findAll(Collection<String> names) {
        return stored(Portions.read(names, reads::allNamed));
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
    public Map<String, Catalogue> catalogues() {
        return reads.catalogues().stream().collect(toMap(CatalogueRow::tableName, CatalogueRow::catalogue));
    }

    @Override
    public List<StoredView> byKey(String afterKey, int limit) {
        return stored(reads.byName(afterKey, limit));
    }

    @Override
    public List<Long> sizesByKey(String afterKey, int limit) {
        return reads.sizesByName(afterKey, limit);
    }

    @Override
    public List<Long> sizesByUpdate(Place after, int limit) {
        return reads.sizesByUpdate(after.updatedAt(), after.id(), limit);
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
