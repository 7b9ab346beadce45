package dev.onerow.registry.application;

import static java.util.stream.Collectors.toMap;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.views.Dependant;
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
import dev.onerow.registry.domain.SavedView;
import dev.onerow.registry.domain.StoredRule;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.sql.Identifiers;
import dev.onerow.registry.domain.sql.Lexis;
import dev.onerow.registry.domain.sql.SqlSafety;
import dev.onerow.registry.domain.sql.SqlText;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
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

    /**
     * What was made.
     *
     * @param isNew whether the database made the view just now; else it has stayed as it was
     */
    record Made(
            Effect effect,
            StoredView view,
            View live,
            boolean isNew,
            ColumnChange change,
            List<DependantView> dependants) {}

    /** What was made, and how many rows it has; empty when counting took too long. */
    record Counted(Made made, OptionalLong rows) {}

    /**
     * Makes it so that it can be read, or leaves it where nothing has changed.
     *
     * @throws Undone with the reason
     * @throws dev.onerow.persistence.views.ViewRefused with the database's reason
     */
    Made make(StoredRule rule, @Nullable String tableName, @Nullable String summary) {
        var made = made(rule, tableName, summary);
        if (made.isNew()) {
            views.probe(made.live());
        }
        return made;
    }

    /** The same, and counts its rows, which tells as well whether it can be read. */
    Counted makeAndCount(StoredRule rule, @Nullable String tableName, @Nullable String summary) {
        var made = made(rule, tableName, summary);
        return new Counted(made, made.isNew() ? views.countMade(made.live()) : views.count(made.live()));
    }

    private Made made(StoredRule rule, @Nullable String tableName, @Nullable String summary) {
        check(rule.rule().sql());
        var target = targets.find(rule, tableName);
        var stored = target.stored();
        var live = current(rule, target);
        if (stored != null && live.isPresent()) {
            return leave(rule, target, stored, live.get(), summary);
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

    /** The view as it is, when it may stay so. One that was built from another text is not even looked at. */
    private Optional<View> current(StoredRule rule, TargetView target) {
        var stored = target.stored();
        var sqlHash = rule.rule().sql().hash();
        if (stored == null || !stored.view().isBuiltFrom(sqlHash)) {
            return Optional.empty();
        }
        return views.find(target.name().value())
                .filter(live -> stored.view().isCurrent(sqlHash, LiveViews.of(live), serverVersion()));
    }

    private Made leave(StoredRule rule, TargetView target, StoredView stored, View live, @Nullable String summary) {
        var before = stored.view();
        var origin = Objects.requireNonNull(before.origin());
        boolean sameServer = Objects.equals(before.catalogue().serverVersion(), serverVersion());
        var after = new RegisteredView(
                target.name(),
                target.owner(),
                RegisteredView.summary(summary, before.summary()),
                new Origin(origin.definition(), origin.sqlHash(), rule.rule().sqlVersion()),
                sameServer ? before.catalogue() : Catalogue.of(LiveViews.of(live), serverVersion()));
        var saved = after.equals(before)
                ? new SavedView(Effect.UNCHANGED, stored.id(), stored.row())
                : registered.save(after);
        var columns = before.catalogue().columns();
        return made(
                rule,
                after,
                saved,
                live,
                false,
                ColumnChange.between(columns, columns),
                dependants(namesOf(views.dependantsOf(live, Identifiers::in)), false));
    }

    private static List<String> namesOf(List<Dependant> dependants) {
        return dependants.stream().map(Dependant::name).toList();
    }

    private Made replaced(StoredRule rule, TargetView target, @Nullable String summary, Replacement replacement) {
        var before = target.stored() == null ? null : target.stored().view();
        var live = LiveViews.of(replacement.after());
        var sql = rule.rule().sql();
        var after = new RegisteredView(
                target.name(),
                target.owner(),
                RegisteredView.summary(summary, before == null ? null : before.summary()),
                new Origin(sql.value(), sql.hash(), rule.rule().sqlVersion()),
                Catalogue.of(live, serverVersion()));
        var saved = registered.save(after);
        if (!replacement.dependants().isEmpty()) {
            refresh(replacement.dependants());
        }
        return made(
                rule,
                after,
                saved.orIfUnchanged(Effect.UPDATED), // a view that was gone or edited is mended, whatever its row says
                replacement.after(),
                true,
                change(replacement, before, live),
                dependants(replacement.dependants().stream().map(View::name).toList(), replacement.rebuilt()));
    }

    private static Made made(
            StoredRule rule,
            RegisteredView view,
            SavedView saved,
            View live,
            boolean isNew,
            ColumnChange change,
            List<DependantView> dependants) {
        var stored = new StoredView(saved.id(), view, saved.row(), rule.rule().code(), false);
        return new Made(saved.effect(), stored, live, isNew, change, dependants);
    }

    /** Compared is with the view that was there, or with what the registry remembers of one that was dropped by hand. */
    private static ColumnChange change(Replacement replacement, @Nullable RegisteredView before, LiveView after) {
        if (replacement.before().isPresent()) {
            return ColumnChange.between(LiveViews.columns(replacement.before().get()), after.columns());
        }
        return before == null
                ? ColumnChange.firstCreation(after.columns())
                : ColumnChange.between(before.catalogue().columns(), after.columns());
    }

    /** A column of a dependant may have another type now, and its text may be another. */
    private void refresh(List<View> dependants) {
        Map<String, View> now =
                dependants.stream().filter(this::isMeantByItsName).collect(toMap(View::name, v -> v));
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

    /** A view elsewhere may have the name of one of ours, which is then the one that the registry knows. */
    private boolean isMeantByItsName(View view) {
        return view.ownSchema()
                || views.find(view.name())
                        .filter(meant -> meant.schema().equals(view.schema()))
                        .isPresent();
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
