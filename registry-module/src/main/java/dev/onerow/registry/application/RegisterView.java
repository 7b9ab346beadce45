package dev.onerow.registry.application;

import dev.onerow.persistence.views.Views;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.Effect;
import dev.onerow.registry.domain.Ownership;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RegisteredView;
import dev.onerow.registry.domain.RegisteredView.Catalogue;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.Rules;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.ViewName;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers a view that exists, or changes what the registry says of one. Runs no DDL. */
@Singleton
public class RegisterView {
    private final Rules rules;
    private final RegisteredViews registered;
    private final Views views;
    private final Attempts attempts;

    RegisterView(Rules rules, RegisteredViews registered, Views views, Attempts attempts) {
        this.rules = rules;
        this.registered = registered;
        this.views = views;
        this.attempts = attempts;
    }

    /**
     * What is to be registered.
     *
     * @param owner the rule that is to own it; null when the request names none
     * @param release whether the request names nobody as the owner
     * @param transfer whether the owner may change
     * @param summary null keeps the stored one, empty text takes it away
     */
    public record Registration(
            ViewName name,
            @Nullable RuleCode owner,
            boolean release,
            boolean transfer,
            @Nullable String summary,
            Condition condition) {}

    /** What became of it. */
    public record Registered(Effect effect, StoredView view) {}

    /** Registers it. */
    public Answer<Registered> register(Registration wanted) {
        return attempts.attempt(() -> {
            views.lock();
            var stored = registered.find(wanted.name());
            var version = stored.map(view -> view.row().version()).orElse(null);
            if (!wanted.condition().permits(version)) {
                throw new Undone(new Refusal.ConditionFailed(version));
            }
            var live = views.find(wanted.name().value())
                    .orElseThrow(() -> new Undone(new Refusal.UnknownView(wanted.name())));
            var server = views.serverVersion();
            var before = stored.map(StoredView::view).orElse(null);
            var saved = registered.save(new RegisteredView(
                    wanted.name(),
                    owner(wanted, stored),
                    RegisteredView.summary(wanted.summary(), before == null ? null : before.summary()),
                    before == null ? null : before.origin(),
                    Catalogue.of(LiveViews.of(live), server.isPresent() ? (Integer) server.getAsInt() : null)));
            return new Registered(saved.effect(), registered.find(wanted.name()).orElseThrow());
        });
    }

    private @Nullable Long owner(Registration wanted, Optional<StoredView> stored) {
        var current = stored.map(view -> view.view().owner()).orElse(null);
        return ownership(wanted, current)
                .<Optional<Long>>answer(Optional::of, Optional::empty, other -> {
                    throw new Undone(new Refusal.OwnedByAnother(
                            wanted.name(),
                            stored.flatMap(view -> Optional.ofNullable(view.ownerCode()))
                                    .orElseThrow()));
                })
                .orElse(null);
    }

    private Ownership ownership(Registration wanted, @Nullable Long current) {
        var code = wanted.owner();
        if (code == null) {
            return wanted.release() && wanted.transfer() ? Ownership.transfer(null) : Ownership.keep(current);
        }
        long rule = rules.find(code)
                .orElseThrow(() -> new Undone(new Refusal.UnknownOwner(code)))
                .id();
        return wanted.transfer() ? Ownership.transfer(rule) : Ownership.claim(current, rule);
    }
}
