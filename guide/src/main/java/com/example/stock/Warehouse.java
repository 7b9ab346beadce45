package com.example.stock;

import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Written;
import jakarta.inject.Singleton;
import java.util.List;

// guide: the writes
@Singleton
class Warehouse {
    private final Store<Stock> stock;

    Warehouse(Stores stores) {
        stock = stores.of(Stock.class);
    }

    /** Merged: quantities are added up, the later time stays, duplicates in the list are folded. */
    List<Written<Stock>> receive(List<Stock> deliveries) {
        return stock.upsertAll(deliveries);
    }

    /** Decided: a count replaces the quantity, unless a later count is stored. */
    Outcome count(Stock counted) {
        return stock.decide(
                        counted,
                        (stored, incoming) ->
                                stored != null && stored.countedAt().isAfter(incoming.countedAt())
                                        ? Decision.stale()
                                        : Decision.write(incoming))
                .outcome();
    }
}
// guide: end
