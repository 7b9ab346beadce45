package dev.onerow.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.Sites;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
        Sites.Change change = pause(DAILY, "blocked");

        assertThat(change.effect()).isEqualTo(Sites.Effect.INSERTED);
        assertThat(sites.find(DAILY)).contains(siteOf(change));
        assertThat(siteOf(change).site().pausedReason()).isEqualTo("blocked");
    }

    @Test
    void changesNothingWhenPausedTwice() {
        Sites.Change first = pause(DAILY, null);

        Sites.Change again = pause(DAILY, null);

        assertThat(again.effect()).isEqualTo(Sites.Effect.UNCHANGED);
        assertThat(siteOf(again)).isEqualTo(siteOf(first));
        assertThat(siteOf(again).site().pausedReason()).isEqualTo("Poor performance detected");
    }

    @Test
    void changesTheReasonAndKeepsTheTime() {
        Sites.Change first = pause(DAILY, null);

        Sites.Change again = pause(DAILY, "robots.txt");

        assertThat(again.effect()).isEqualTo(Sites.Effect.UPDATED);
        assertThat(siteOf(again).site().pausedAt())
                .isEqualTo(siteOf(first).site().pausedAt());
        assertThat(siteOf(again).site().pausedReason()).isEqualTo("robots.txt");
        assertThat(siteOf(again).row().number()).isEqualTo(2);
    }

    @Test
    void resumesAPausedSiteAndForgetsTheReason() {
        pause(DAILY, "blocked");

        assertThat(pausing.resume(DAILY, Condition.NONE).map(Sites.Change::effect))
                .contains(Sites.Effect.UPDATED);
        assertThat(pausing.resume(DAILY, Condition.NONE).map(Sites.Change::effect))
                .contains(Sites.Effect.UNCHANGED);
        assertThat(siteOf(pause(DAILY, null)).site().pausedReason()).isEqualTo("Poor performance detected");
    }

    @Test
    void knowsNothingOfASiteThatWasNeverPaused() {
        assertThat(pausing.resume(DAILY, Condition.NONE)).isEmpty();
        assertThat(sites.find(DAILY)).isEmpty();
        assertThat(database.count("sites")).isZero();
    }

    @Test
    void listsPausedSitesTheLastOneFirstInPages() {
        pause(DAILY, null);
        pause(OTHER, null);
        database.sql("UPDATE sites SET paused_at = '2026-11-20T08:00:00.000000Z'");
        Host last = Host.parse("a.example.com").orElseThrow();
        pause(last, null);
        pause(Host.parse("resumed.example.com").orElseThrow(), null);
        pausing.resume(Host.parse("resumed.example.com").orElseThrow(), Condition.NONE);

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
    void changesNothingWhenTheRowIsNotAsAskedFor() {
        Condition absent = version -> version == null;
        Condition second = version -> version != null && version == 2;

        Sites.Change unknown = pausing.pause(DAILY, null, second);
        pause(DAILY, null);
        Sites.Change known = pausing.pause(DAILY, "robots.txt", absent);
        Optional<Sites.Change> resumed = pausing.resume(DAILY, second);

        assertThat(unknown).isEqualTo(new Sites.Change(Sites.Effect.CONDITION_FAILED, null));
        assertThat(known.effect()).isEqualTo(Sites.Effect.CONDITION_FAILED);
        assertThat(siteOf(known).row().number()).isEqualTo(1);
        assertThat(resumed.map(Sites.Change::effect)).contains(Sites.Effect.CONDITION_FAILED);
        assertThat(siteOf(known).site().pausedReason()).isEqualTo("Poor performance detected");
    }

    @Test
    void masksCredentialsInAReason() {
        pause(DAILY, "blocked at https://me:t0p@daily.example.com/?token=t0p");

        assertThat(database.value("SELECT paused_reason FROM sites"))
                .isEqualTo("blocked at https://daily.example.com/?token=***");
        assertThat(pause(DAILY, "blocked at https://me:t0p@daily.example.com/?token=t0p")
                        .effect())
                .isEqualTo(Sites.Effect.UNCHANGED);
    }

    @Test
    void insertsOneRowWhenManyPauseAtOnce() {
        var effects = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> pause(DAILY, null).effect())
                .toList();

        assertThat(effects).containsOnlyOnce(Sites.Effect.INSERTED);
        assertThat(database.count("sites")).isEqualTo(1);
    }

    private Sites.Change pause(Host host, @Nullable String reason) {
        return pausing.pause(host, reason, Condition.NONE);
    }

    private static Sites.Known siteOf(Sites.Change change) {
        return Objects.requireNonNull(change.site());
    }
}
