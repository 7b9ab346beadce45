package dev.onerow.persistence;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("measurements")
record Measurement(
        @Id UUID id,
        String station,
        @Micros Instant takenAt,
        @Nullable @Micros Instant checkedAt,
        @IsoDate LocalDate day,
        boolean valid,
        Quality quality,
        Json details,
        @Nullable Json remarks,
        long amount) {

    enum Quality {
        GOOD,
        DOUBTFUL
    }
}
