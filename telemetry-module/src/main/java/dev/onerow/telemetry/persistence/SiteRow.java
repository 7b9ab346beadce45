package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.RowVersion;
import dev.onerow.telemetry.domain.Site;
import dev.onerow.telemetry.domain.Sites;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A host that somebody has paused or resumed. */
@MappedEntity("sites")
@KeyedTable(conflictsOn = "host")
record SiteRow(
        @Id String host,
        String status,
        @Nullable @Micros Instant pausedAt,
        @Nullable String pausedReason,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static SiteRow of(Host host, Site site) {
        return new SiteRow(host.value(), site.status(), site.pausedAt(), site.pausedReason(), 0, null, null);
    }

    Site site() {
        return new Site(pausedAt, pausedReason);
    }

    Sites.Known known() {
        return new Sites.Known(
                new Host(host),
                site(),
                new RowVersion(version, Objects.requireNonNull(createdAt), Objects.requireNonNull(updatedAt)));
    }
}
