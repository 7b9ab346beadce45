package dev.onerow.persistence.readings;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where stations stand, as part of another site: refers to its own table, judged at the commit. */
@MappedEntity("reading_sites")
@KeyedTable(conflictsOn = "name")
public record ReadingSite(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @Nullable String partOf,
        int height,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    public static ReadingSite of(String name, @Nullable String partOf) {
        return new ReadingSite(null, name, partOf, 0, 0, null, null);
    }

    public ReadingSite at(int other) {
        return new ReadingSite(id, name, partOf, other, version, createdAt, updatedAt);
    }
}
