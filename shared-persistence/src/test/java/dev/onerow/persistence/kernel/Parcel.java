package dev.onerow.persistence.kernel;

import dev.onerow.persistence.IsoDate;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row with a column of every type that must not be null. Deliberately undeclared: its table is there in one test only. */
@MappedEntity("parcels")
record Parcel(
        @Id @GeneratedValue @Nullable Long id,
        String label,
        int pieces,
        long grams,
        double volume,
        BigDecimal price,
        boolean open,
        UUID token,
        @Micros Instant sentAt,
        @IsoDate LocalDate day,
        Json contents,
        @Nullable String remark,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static Parcel of(String label) {
        return new Parcel(
                null,
                label,
                2,
                750,
                1.5,
                new BigDecimal("9.90"),
                true,
                new UUID(1, 2),
                Instant.parse("2026-03-01T08:00:00Z"),
                LocalDate.of(2026, 3, 1),
                Json.parse("{\"apples\":2}"),
                null,
                0,
                null,
                null);
    }
}
