package dev.onerow.persistence.readings;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A note about a station, kept as it was first said: append-only. */
@MappedEntity("reading_notes")
@KeyedTable(conflictsOn = {"station", "position"})
public record ReadingNote(
        @Id @GeneratedValue @Nullable Long id,
        String station,
        int position,
        @OnConflict(MergeRule.KEEP) String note,
        @DateCreated @Micros @Nullable Instant createdAt) {

    public static ReadingNote of(String station, int position, String note) {
        return new ReadingNote(null, station, position, note, null);
    }
}
