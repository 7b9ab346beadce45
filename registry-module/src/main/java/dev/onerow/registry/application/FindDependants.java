package dev.onerow.registry.application;

import static java.util.stream.Collectors.toMap;

import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.views.Dependant;
import dev.onerow.persistence.views.Views;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.ViewName;
import dev.onerow.registry.domain.sql.Identifiers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds all views that read a registered view, and whose they are. */
@Singleton
public class FindDependants {
    private final RegisteredViews registered;
    private final Views views;
    private final Transactions transactions;

    FindDependants(RegisteredViews registered, Views views, Transactions transactions) {
        this.registered = registered;
        this.views = views;
        this.transactions = transactions;
    }

    /** A view that reads the other one; {@code owner} is null when nobody owns it. */
    public record Found(
            String name,
            int distance,
            boolean registered,
            @Nullable RuleCode owner) {}

    /** Nearest first, then by name. */
    public Answer<List<Found>> of(ViewName name) {
        return transactions.read(() -> {
            if (registered.find(name).isEmpty()) {
                return new Answer.Refused<>(new Refusal.UnknownView(name));
            }
            List<Dependant> dependants = views.find(name.value())
                    .map(live -> views.dependantsOf(live, Identifiers::in))
                    .orElse(List.of());
            Map<String, StoredView> known =
                    registered.findAll(dependants.stream().map(Dependant::name).toList()).stream()
                            .collect(toMap(view -> view.view().name().value(), Function.identity()));
            return new Answer.Done<>(dependants.stream()
                    .map(view -> found(view, known.get(view.name())))
                    .toList());
        });
    }

    private static Found found(Dependant dependant, @Nullable StoredView known) {
        return new Found(
                dependant.name(), dependant.distance(), known != null, known == null ? null : known.ownerCode());
    }
}
