package com.example.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.SchemaProof;
import dev.onerow.persistence.Written;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnBothDatabases(migrated = false)
class WarehouseTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TestDatabase database;

    WarehouseTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void doesWhatTheGuideSays() {
        Warehouse warehouse = database.bean(Warehouse.class);

        List<Written<Stock>> received =
                warehouse.receive(List.of(Stock.of("A-1", "north", 5, MORNING), Stock.of("A-1", "north", 2, MORNING)));

        assertThat(received).extracting(Written::outcome).containsExactly(Outcome.FOLDED, Outcome.INSERTED);
        assertThat(received.get(1).row().quantity()).isEqualTo(7);
        assertThat(warehouse.count(Stock.of("A-1", "north", 6, NOON))).isEqualTo(Outcome.UPDATED);
        assertThat(warehouse.count(Stock.of("A-1", "north", 6, NOON))).isEqualTo(Outcome.UNCHANGED);
        assertThat(warehouse.count(Stock.of("A-1", "north", 9, MORNING))).isEqualTo(Outcome.STALE);
        assertThat(database.bean(Stocks.class).findByWarehouseOrderBySku("north"))
                .extracting(Stock::quantity)
                .containsExactly(6L);
        assertThat(database.bean(SchemaProof.class).prove().findings()).isEmpty();
    }
}
