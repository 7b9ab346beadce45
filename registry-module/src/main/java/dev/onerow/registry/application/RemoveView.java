package dev.onerow.registry.application;

import dev.onerow.persistence.views.Dependant;
import dev.onerow.persistence.views.View;
import dev.onerow.persistence.views.Views;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.ViewName;
import dev.onerow.registry.domain.sql.Identifiers;
import jakarta.inject.Singleton;

/** Drops a registered view and what the registry says of it, unless other views read it. */
@Singleton
public class RemoveView {
    private final RegisteredViews registered;
    private final Views views;
    private final Attempts attempts;

    RemoveView(RegisteredViews registered, Views views, Attempts attempts) {
        this.registered = registered;
        this.views = views;
        this.attempts = attempts;
    }

    /** Removes it; what it was. A view that is gone already leaves its row only. */
    public Answer<StoredView> remove(ViewName name, Condition condition) {
        return attempts.attempt(() -> {
            views.lock();
            var stored = registered.find(name).orElseThrow(() -> new Undone(new Refusal.UnknownView(name)));
            if (!condition.permits(stored.row().version())) {
                throw new Undone(new Refusal.ConditionFailed(stored.row().version()));
            }
            views.find(name.value()).ifPresent(live -> drop(name, live));
            registered.remove(name);
            return stored;
        });
    }

    private void drop(ViewName name, View live) {
        var dependants = views.dependantsOf(live, Identifiers::in).stream()
                .map(Dependant::name)
                .toList();
        if (!dependants.isEmpty()) {
            throw new Undone(new Refusal.HasDependants(name, dependants));
        }
        views.drop(live);
    }
}
