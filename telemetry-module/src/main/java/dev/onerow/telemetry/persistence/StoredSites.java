package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Written;
import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.Site;
import dev.onerow.telemetry.domain.Sites;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sites in the table {@code sites}. */
@Singleton
final class StoredSites implements Sites {
    private final Store<SiteRow> sites;
    private final SiteReads reads;

    StoredSites(Stores stores, SiteReads reads) {
        this.sites = stores.of(SiteRow.class);
        this.reads = reads;
    }

    @Override
    public Change pause(Host host, Instant now, @Nullable String reason, Condition condition) {
        Decider<SiteRow> decider = (stored, incoming) -> stored == null
                ? Decision.write(incoming)
                : written(host, stored, stored.site().paused(now, reason));
        return change(sites.decide(SiteRow.of(host, Site.ACTIVE.paused(now, reason)), guarded(condition, decider)));
    }

    @Override
    public Optional<Change> resume(Host host, Condition condition) {
        Decider<SiteRow> decider =
                (stored, incoming) -> stored == null ? Decision.keep() : written(host, stored, Site.ACTIVE);
        Written<SiteRow> written = sites.decide(SiteRow.of(host, Site.ACTIVE), guarded(condition, decider));
        return Optional.ofNullable(written.stored()).map(known -> change(written));
    }

    private static Decider<SiteRow> guarded(Condition condition, Decider<SiteRow> decider) {
        return (stored, incoming) -> condition.permits(stored == null ? null : (Long) stored.version())
                ? decider.decide(stored, incoming)
                : Decision.refuse(condition);
    }

    private static Decision<SiteRow> written(Host host, SiteRow stored, Site site) {
        return stored.site().equals(site) ? Decision.keep() : Decision.write(SiteRow.of(host, site));
    }

    private static Change change(Written<SiteRow> written) {
        SiteRow stored = written.stored();
        return new Change(effect(written.outcome()), stored == null ? null : stored.known());
    }

    private static Effect effect(Outcome outcome) {
        return switch (outcome) {
            case INSERTED -> Effect.INSERTED;
            case UPDATED -> Effect.UPDATED;
            case UNCHANGED, STALE, FOLDED -> Effect.UNCHANGED;
            case REJECTED -> Effect.CONDITION_FAILED;
        };
    }

    @Override
    public Optional<Known> find(Host host) {
        return reads.findByHost(host.value()).map(SiteRow::known);
    }

    @Override
    public boolean isSeen(Host host) {
        return reads.countSeen(host.value()) > 0;
    }

    @Override
    public List<Known> paused(PausedPlace after, int limit) {
        return reads.paused(after.pausedAt(), after.host(), limit).stream()
                .map(SiteRow::known)
                .toList();
    }
}
