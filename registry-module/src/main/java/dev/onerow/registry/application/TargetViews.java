package dev.onerow.registry.application;

import dev.onerow.persistence.views.Views;
import dev.onerow.registry.domain.DerivedName;
import dev.onerow.registry.domain.Ownership;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.StoredRule;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.ViewName;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the view that a rule is to have, and refuses those that it may not. */
@Singleton
class TargetViews {
    private final RegisteredViews registered;
    private final Views views;

    TargetViews(RegisteredViews registered, Views views) {
        this.registered = registered;
        this.views = views;
    }

    /**
     * The view.
     *
     * @param tableName null for the one that the rule has, else one named after the rule
     * @throws Undone when there is none that the rule may have
     */
    TargetView find(StoredRule rule, @Nullable String tableName) {
        if (tableName != null) {
            return named(legal(tableName), rule);
        }
        var own = registered.ofRule(rule.id());
        if (own.size() > 1) {
            throw new Undone(new Refusal.Ambiguous(
                    rule.rule().code(),
                    own.stream().map(view -> view.view().name().value()).toList()));
        }
        return own.isEmpty()
                ? named(legal(DerivedName.of(rule.rule().name(), rule.rule().code())), rule)
                : target(own.get(0).view().name(), rule, Optional.of(own.get(0)));
    }

    private TargetView named(ViewName name, StoredRule rule) {
        return target(name, rule, registered.find(name));
    }

    private TargetView target(ViewName name, StoredRule rule, Optional<StoredView> stored) {
        long owner = ownerOf(name, stored, rule.id());
        if (stored.isEmpty() && views.find(name.value()).isPresent()) {
            throw new Undone(new Refusal.NotRegistered(name));
        }
        return new TargetView(name, owner, stored.orElse(null));
    }

    private static ViewName legal(String name) {
        if (!ViewName.isLegal(name)) {
            throw new Undone(new Refusal.InvalidName(name));
        }
        return new ViewName(name);
    }

    private static long ownerOf(ViewName name, Optional<StoredView> stored, long ruleId) {
        return Ownership.claim(stored.map(view -> view.view().owner()).orElse(null), ruleId)
                .answer(taken -> taken, () -> ruleId, other -> {
                    throw new Undone(new Refusal.OwnedByAnother(
                            name,
                            stored.flatMap(view -> Optional.ofNullable(view.ownerCode()))
                                    .orElseThrow()));
                });
    }
}
