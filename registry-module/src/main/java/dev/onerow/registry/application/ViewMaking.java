package dev.onerow.registry.application;

import static java.util.stream.Collectors.toMap;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.views.Replacement;
import dev.onerow.persistence.views.View;
import dev.onerow.persistence.views.Views;
import dev.onerow.registry.application.Execution.DependantView;
import dev.onerow.registry.domain.ColumnChange;
import dev.onerow.registry.domain.Effect;
import dev.onerow.registry.domain.LiveView;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RegisteredView;
import dev.onerow.registry.domain.RegisteredView.Catalogue;
import dev.onerow.registry.domain.RegisteredView.Origin;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.StoredRule;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.ViewName;
import dev.onerow.registry.domain.sql.Identifiers;
import dev.onerow.registry.domain.sql.Lexis;
import dev.onerow.registry.domain.sql.SqlSafety;
import dev.onerow.registry.domain.sql.SqlText;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the view of a rule and registers it, inside the caller's transaction and under the lock on views. */
@Singleton
class ViewMaking {
    private final TargetViews targets;
    private final RegisteredViews registered;
    private final Views views;
    private final Lexis lexis;

    ViewMaking(TargetViews targets, RegisteredViews registered, Views views, DatabaseKind kind) {
        this.targets = targets;
        this.registered = registered;
        this.views = views;
        this.lexis = switch (kind) {
            case POSTGRESQL -> Lexis.POSTGRESQL;
            case SQLITE -> Lexis.SQLITE;
        };
    }

    /** What was made. */
    record Made(ViewName name, Effect effect, View live, ColumnChange change, List<DependantView> dependants) {}

    /**
     * Makes it, or leaves it where nothing has changed.
     *
     * @throws Undone with the reason
     * @throws dev.onerow.persistence.views.ViewRefused with the database's reason
     */
    Made make(StoredRule rule, @Nullable String tableName, @Nullable String summary) {
        check(rule.rule().sql());
        var target = targets.find(rule, tableName);
        var live = target.live();
        var stored = target.stored();
        if (live != null
                && stored != null
                && stored.isCurrent(rule.rule().sql().hash(), LiveViews.of(live), serverVersion())) {
            return leave(rule, stored, live, target.owner(), summary);
        }
        var sql = rule.rule().sql().value();
        return replaced(rule, target, summary, views.replace(target.name().value(), sql, Identifiers::in));
    }

    /** What the database in use would not read as it was meant never gets there. */
    private void check(SqlText sql) {
        SqlSafety.check(sql).ifPresent(why -> {
            throw new Undone(new Refusal.Unsafe(why));
        });
        SqlSafety.checkFor(sql, lexis).ifPresent(why -> {
            throw new Undone(new Refusal.InvalidSql(
                    why.reason().code(), why.position(), why.subject().isEmpty() ? null : why.subject()));
        });
    }

    private Made leave(StoredRule rule, RegisteredView stored, View live, long owner, @Nullable String summary) {
        var origin = Objects.requireNonNull(stored.origin());
        var columns = stored.catalogue().columns();
        boolean sameServer = Objects.equals(stored.catalogue().serverVersion(), serverVersion());
        var effect = registered.save(new RegisteredView(
                stored.name(),
                owner,
                RegisteredView.summary(summary, stored.summary()),
                new Origin(origin.definition(), origin.sqlHash(), rule.rule().sqlVersion()),
                sameServer ? stored.catalogue() : Catalogue.of(LiveViews.of(live), serverVersion())));
        var dependants = views.dependantsOf(live, Identifiers::in).stream()
                .map(dependant -> dependant.name())
                .toList();
        return new Made(
                stored.name(), effect, live, ColumnChange.between(columns, columns), dependants(dependants, false));
    }

    private Made replaced(StoredRule rule, TargetView target, @Nullable String summary, Replacement replacement) {
        var before = target.stored();
        var after = LiveViews.of(replacement.after());
        var sql = rule.rule().sql();
        var effect = registered.save(new RegisteredView(
                target.name(),
                target.owner(),
                RegisteredView.summary(summary, before == null ? null : before.summary()),
                new Origin(sql.value(), sql.hash(), rule.rule().sqlVersion()),
                Catalogue.of(after, serverVersion())));
        refresh(replacement.dependants());
        return new Made(
                target.name(),
                effect,
                replacement.after(),
                change(replacement, before, after),
                dependants(replacement.dependants().stream().map(View::name).toList(), replacement.rebuilt()));
    }

    /** Compared is with the view that was there, or with what the registry remembers of one that was dropped by hand. */
    private static ColumnChange change(Replacement replacement, @Nullable RegisteredView before, LiveView after) {
        if (replacement.before().isPresent()) {
            return ColumnChange.between(LiveViews.of(replacement.before().get()).columns(), after.columns());
        }
        return before == null
                ? ColumnChange.firstCreation(after.columns())
                : ColumnChange.between(before.catalogue().columns(), after.columns());
    }

    /** A column of a dependant may have another type now, and its text may be another. */
    private void refresh(List<View> dependants) {
        Map<String, View> now = dependants.stream().collect(toMap(View::name, view -> view, (first, other) -> first));
        registered.saveAll(registered.findAll(now.keySet()).stream()
                .map(StoredView::view)
                .map(view -> new RegisteredView(
                        view.name(),
                        view.owner(),
                        view.summary(),
                        view.origin(),
                        Catalogue.of(
                                LiveViews.of(Objects.requireNonNull(
                                        now.get(view.name().value()))),
                                serverVersion())))
                .toList());
    }

    private List<DependantView> dependants(List<String> names, boolean rebuilt) {
        var known = registered.findAll(names).stream()
                .map(view -> view.view().name().value())
                .toList();
        return names.stream()
                .map(name -> new DependantView(name, known.contains(name), rebuilt))
                .toList();
    }

    private @Nullable Integer serverVersion() {
        var version = views.serverVersion();
        return version.isPresent() ? (Integer) version.getAsInt() : null;
    }
}
