package dev.onerow.persistence.readings;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest state of a station: guarded by its revision. */
@MappedEntity("reading_states")
@KeyedTable(conflictsOn = "station", newerBy = "revision")
public record ReadingState(
        @Id String station,
        long revision,
        Json details,
        @Nullable Double level,
        @Nullable String serial,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    public static ReadingState of(String station, long revision, @Nullable Double level) {
        return new ReadingState(station, revision, Json.of(Map.of()), level, null, 0, null, null);
    }

    public ReadingState detailed(String json) {
        return new ReadingState(station, revision, Json.parse(json), level, serial, version, createdAt, updatedAt);
    }

    public ReadingState numbered(@Nullable String other) {
        return new ReadingState(station, revision, details, level, other, version, createdAt, updatedAt);
    }
}
