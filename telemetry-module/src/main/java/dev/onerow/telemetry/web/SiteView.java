package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.RowVersion;
import dev.onerow.telemetry.domain.Site;
import dev.onerow.telemetry.domain.Sites;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A site as it is shown.
 *
 * @param known whether it is stored; one that is not is active, and has no version and no times
 */
@Serdeable
record SiteView(
        String host,
        String status,
        @Nullable Instant pausedAt,
        @Nullable String pausedReason,
        boolean known,
        @Nullable Long version,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {
    static SiteView of(Sites.Known known) {
        Site site = known.site();
        RowVersion row = known.row();
        return new SiteView(
                known.host().value(),
                site.status(),
                site.pausedAt(),
                site.pausedReason(),
                true,
                row.number(),
                row.createdAt(),
                row.updatedAt());
    }

    static SiteView unknown(Host host) {
        return new SiteView(host.value(), Site.ACTIVE.status(), null, null, false, null, null, null);
    }
}
