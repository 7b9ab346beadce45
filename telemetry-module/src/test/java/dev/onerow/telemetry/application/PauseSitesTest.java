package dev.onerow.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.Sites;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PauseSitesTest {
    private static final Host DAILY = Host.parse("daily.example.com").orElseThrow();
    private static final Host OTHER = Host.parse("other.example.com").orElseThrow();

    private final TestDatabase database;
    private final PauseSites pausing;
    private final Sites sites;

    PauseSitesTest(TestDatabase database) {
        this.database = database;
        this.pausing = database.bean(PauseSites.class);
        this.sites = database.bean(Sites.class);
    }

    @BeforeEach
    void nobodyPaused() {
        new TelemetryTables(database).empty();
    }

    @Test
    void pausesASiteThatNobodyKnows() {
        Sites.Change change = pausing.pause(DAILY, "blocked");

        assertThat(change.effect()).isEqualTo(Sites.Effect.INSERTED);
        assertThat(sites.find(DAILY)).contains(change.site());
        assertThat(change.site().site().pausedReason()).isEqualTo("blocked");
    }

    @Test
    void changesNothingWhenPausedTwice() {
        Sites.Change first = pausing.pause(DAILY, null);

        Sites.Change again = pausing.pause(DAILY, null);

        assertThat(again.effect()).isEqualTo(Sites.Effect.UNCHANGED);
        assertThat(again.site()).isEqualTo(first.site());
        assertThat(again.site().site().pausedReason()).isEqualTo("Poor performance detected");
    }

    @Test
    void changesTheReasonAndKeepsTheTime() {
        Sites.Change first = pausing.pause(DAILY, null);

        Sites.Change again = pausing.pause(DAILY, "robots.txt");

        assertThat(again.effect()).isEqualTo(Sites.Effect.UPDATED);
        assertThat(again.site().site().pausedAt()).isEqualTo(first.site().site().pausedAt());
        assertThat(again.site().site().pausedReason()).isEqualTo("robots.txt");
        assertThat(again.site().row().number()).isEqualTo(2);
    }

    @Test
    void resumesAPausedSiteAndForgetsTheReason() {
        pausing.pause(DAILY, "blocked");

        assertThat(pausing.resume(DAILY).map(Sites.Change::effect)).contains(Sites.Effect.UPDATED);
        assertThat(pausing.resume(DAILY).map(Sites.Change::effect)).contains(Sites.Effect.UNCHANGED);
        assertThat(pausing.pause(DAILY, null).site().site().pausedReason()).isEqualTo("Poor performance detected");
    }

    @Test
    void knowsNothingOfASiteThatWasNeverPaused() {
        assertThat(pausing.resume(DAILY)).isEmpty();
        assertThat(sites.find(DAILY)).isEmpty();
        assertThat(database.count("sites")).isZero();
    }

    @Test
    void listsPausedSitesTheLastOneFirstInPages() {
        pausing.pause(DAILY, null);
        pausing.pause(OTHER, null);
        database.sql("UPDATE sites SET paused_at = '2026-11-20T08:00:00.000000Z'");
        Host last = Host.parse("a.example.com").orElseThrow();
        pausing.pause(last, null);
        pausing.pause(Host.parse("resumed.example.com").orElseThrow(), null);
        pausing.resume(Host.parse("resumed.example.com").orElseThrow());

        var first = sites.paused(Sites.PausedPlace.START, 2);
        var end = first.get(1);
        var second = sites.paused(
                new Sites.PausedPlace(
                        Objects.requireNonNull(end.site().pausedAt()),
                        end.host().value()),
                2);

        assertThat(first).extracting(Sites.Known::host).containsExactly(last, DAILY);
        assertThat(second).extracting(Sites.Known::host).containsExactly(OTHER);
    }

    @Test
    void insertsOneRowWhenManyPauseAtOnce() {
        var effects = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> pausing.pause(DAILY, null).effect())
                .toList();

        assertThat(effects).containsOnlyOnce(Sites.Effect.INSERTED);
        assertThat(database.count("sites")).isEqualTo(1);
    }
}
