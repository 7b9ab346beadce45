package dev.onerow.registry.application;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.views.View;
import dev.onerow.persistence.views.Views;
import dev.onerow.registry.domain.Drift;
import dev.onerow.registry.domain.RegisteredViews;
import jakarta.inject.Singleton;

/** Finds where registry and database disagree. Changes nothing. */
@Singleton
public class FindDrift {
    private final RegisteredViews registered;
    private final Views views;
    private final Transactions transactions;

    FindDrift(RegisteredViews registered, Views views, Transactions transactions) {
        this.registered = registered;
        this.views = views;
        this.transactions = transactions;
    }

    /** The drift as of one state of the database. */
    public Drift find() {
        return transactions.read(() -> {
            var live = views.all();
            var server = views.serverVersion();
            return Drift.between(
                    registered.catalogues(),
                    live.stream().collect(toMap(View::name, LiveViews::of)),
                    live.stream().filter(View::ownSchema).map(View::name).collect(toSet()),
                    server.isPresent() ? (Integer) server.getAsInt() : null);
        });
    }
}
