package dev.onerow.telemetry.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a host is to be crawled.
 *
 * @param pausedAt null when active
 * @param pausedReason null when active
 */
public record Site(@Nullable Instant pausedAt, @Nullable String pausedReason) {
    public static final Site ACTIVE = new Site(null, null);
    static final String DEFAULT_REASON = "Poor performance detected";

    public boolean isPaused() {
        return pausedAt != null;
    }

    /** The word for its state, as stored and shown. */
    public String status() {
        return isPaused() ? "paused" : "active";
    }

    /**
     * The site after a call to pause it: paused since then, or since whenever it has been; the reason is the one given, with
     * credentials masked, else the one it has, else a standing one. Equal to this when the call changes nothing.
     */
    public Site paused(Instant now, @Nullable String reason) {
        String standing = pausedReason == null ? DEFAULT_REASON : pausedReason;
        return new Site(
                pausedAt == null ? now : pausedAt, reason == null ? standing : Credentials.maskedInText(reason));
    }
}
