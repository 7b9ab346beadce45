package dev.onerow.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SiteTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T08:00:00Z");

    @Test
    void isPausedNowForTheReasonGiven() {
        assertThat(Site.ACTIVE.paused(MONDAY, "blocked")).isEqualTo(new Site(MONDAY, "blocked"));
        assertThat(Site.ACTIVE.paused(MONDAY, "blocked").status()).isEqualTo("paused");
    }

    @Test
    void isPausedForPoorPerformanceWhenNobodySaysWhy() {
        assertThat(Site.ACTIVE.paused(MONDAY, null)).isEqualTo(new Site(MONDAY, "Poor performance detected"));
    }

    @Test
    void staysPausedSinceItFirstWasAndKeepsItsReason() {
        Site paused = new Site(MONDAY, "blocked");

        assertThat(paused.paused(TUESDAY, null)).isEqualTo(paused);
        assertThat(paused.paused(TUESDAY, "robots.txt")).isEqualTo(new Site(MONDAY, "robots.txt"));
    }

    @Test
    void isActiveWithoutTimeAndReason() {
        assertThat(Site.ACTIVE.isPaused()).isFalse();
        assertThat(Site.ACTIVE.status()).isEqualTo("active");
    }
}
