package com.example.stock;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// guide: the row
@MappedEntity("stock")
@KeyedTable(conflictsOn = {"sku", "warehouse"})
record Stock(
        @Id @GeneratedValue @Nullable Long id,
        String sku,
        String warehouse,
        @OnConflict(MergeRule.ADD) long quantity,
        @OnConflict(MergeRule.GREATEST) @Micros Instant countedAt,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static Stock of(String sku, String warehouse, long quantity, Instant countedAt) {
        return new Stock(null, sku, warehouse, quantity, countedAt, 0, null, null);
    }
}
// guide: end
