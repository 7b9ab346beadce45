package dev.onerow.persistence.kernel;

import dev.onerow.persistence.IsoDate;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
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

/** A row with a column of every type; the laws choose the rules of its columns anew for each case. */
@MappedEntity("law_rows")
@KeyedTable(conflictsOn = {"place", "number"})
record LawRow(
        @Id @GeneratedValue @Nullable Long id,
        String place,
        int number,
        long revision,
        long amount,
        @Nullable String word,
        @Micros @Nullable Instant moment,
        @Nullable Double level,
        @Nullable Json details,
        @Nullable Boolean open,
        @Nullable UUID token,
        @IsoDate @Nullable LocalDate day,
        @Nullable BigDecimal price,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    LawRow at(String otherPlace) {
        return new LawRow(
                id,
                otherPlace,
                number,
                revision,
                amount,
                word,
                moment,
                level,
                details,
                open,
                token,
                day,
                price,
                version,
                createdAt,
                updatedAt);
    }

    LawRow revised(long otherRevision) {
        return new LawRow(
                id,
                place,
                number,
                otherRevision,
                amount,
                word,
                moment,
                level,
                details,
                open,
                token,
                day,
                price,
                version,
                createdAt,
                updatedAt);
    }
}
