package dev.onerow.quality.qdrant;

import static io.qdrant.client.ValueFactory.list;
import static io.qdrant.client.ValueFactory.nullValue;
import static io.qdrant.client.ValueFactory.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.quality.application.AttendBackfill;
import dev.onerow.quality.application.RunBackfill;
import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillCounts;
import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillProblem;
import dev.onerow.quality.domain.BackfillSource;
import dev.onerow.quality.domain.BackfillState;
import dev.onerow.quality.domain.Backfills;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternScores;
import io.qdrant.client.grpc.Points.ScrollPoints;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class BackfillingQdrantTest {
    private static final UUID SHARED = UUID.fromString("2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8");

    /** Behind the other one in the order of the server. */
    private static final UUID LAST = UUID.fromString("f96b1a7e-5d1c-4a53-9a1d-0c52d0a3b6e4");

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final TestDatabase database;
    private final AttendBackfill attendBackfill;
    private final RunBackfill runBackfill;
    private final Backfills backfills;
    private final PatternScores scores;
    private final TestQdrant qdrant = new TestQdrant();

    BackfillingQdrantTest(TestDatabase database) {
        this.database = database.with("onerow.quality.backfill.workers", 0);
        this.attendBackfill = database.bean(AttendBackfill.class);
        this.runBackfill = database.bean(RunBackfill.class);
        this.backfills = database.bean(Backfills.class);
        this.scores = database.bean(PatternScores.class);
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM backfills");
        database.sql("DELETE FROM pattern_quality_metrics");
        database.sql("DELETE FROM pattern_quality_history");
    }

    @AfterEach
    void close() {
        qdrant.close();
    }

    @Test
    void scoresEveryPointPageByPageAndChangesNothingTheSecondTime() {
        String collection = filled("many", 1, 230);

        Backfill first = run(order(150, collection));
        Backfill second = run(order(100, collection));

        assertThat(first.state()).isEqualTo(BackfillState.COMPLETED);
        assertThat(first.counts()).isEqualTo(new BackfillCounts(230, 0, 0, 0));
        assertThat(first.progressSoFar().sourceAtStart()).contains(230L);
        assertThat(second.counts()).isEqualTo(new BackfillCounts(0, 230, 0, 0));
        assertThat(database.count("pattern_quality_history")).isEqualTo(230);
    }

    @Test
    void scrollsByIdWithPayloadAndWithoutVectors() {
        FakeQdrant fake = fake();
        run(order(1_000, filled("asked", 1, 230)));

        assertThat(fake.scrolls()).hasSize(3).allSatisfy(scroll -> {
            assertThat(scroll.getLimit()).isEqualTo(100);
            assertThat(scroll.hasOrderBy()).isFalse();
            assertThat(scroll.getWithPayload().getEnable()).isTrue();
            assertThat(scroll.getWithVectors().getEnable()).isFalse();
        });
        assertThat(fake.scrolls()).extracting(ScrollPoints::hasOffset).containsExactly(false, true, true);
    }

    @Test
    void readsPayloadsOfEveryKind() {
        String collection = qdrant.collection("kinds");
        qdrant.put(
                collection,
                7,
                Map.of(
                        "name", value("Writer"),
                        "use_cases", list(List.of(value("a"), nullValue())),
                        "metadata", value(Map.of("a", value(1L), "b", value(0.5), "c", value(true), "d", nullValue())),
                        "confidence", value(0.25),
                        "anything", value("else")));

        Backfill job = run(order(10, collection));

        assertThat(job.counts().scored()).isEqualTo(1);
        assertThat(scores.find(PatternId.ofPoint(collection, "7")).orElseThrow().measurement())
                .satisfies(it -> assertThat(it.patternName()).isEqualTo("Writer"))
                .satisfies(it -> assertThat(it.confidence()).isEqualTo(0.25))
                .satisfies(it -> assertThat(it.dimensions().metadataRichness()).isGreaterThan(0.5))
                .satisfies(it -> assertThat(it.sourceCollection()).isEqualTo(collection));
    }

    @Test
    void defect11KeepsNumbersOfTwoCollectionsApartAndMeetsASharedIdOnce() {
        String one = filled("one", 1, 3);
        String other = filled("other", 1, 3);
        qdrant.put(one, SHARED, Map.of());
        qdrant.put(other, SHARED, Map.of());

        Backfill job = run(order(2, one, other));

        assertThat(job.counts()).isEqualTo(new BackfillCounts(7, 0, 1, 0));
        assertThat(job.problems()).containsExactly(new BackfillProblem(SHARED.toString(), other, "same-id-again"));
    }

    @Test
    void remembersTheIdsOfACollectionAfterAnInterruption() {
        String one = filled("one", 1, 3);
        String other = filled("other", 1, 3);
        qdrant.put(one, SHARED, Map.of());
        qdrant.put(other, SHARED, Map.of());
        AtomicInteger asked = new AtomicInteger();

        Backfill stopped = runBackfill.run(
                take(open(order(2, one, other))), qdrant.points(), LEASE, () -> asked.incrementAndGet() > 3, job -> {});
        Backfill done = runBackfill.run(take(stopped), qdrant.points(), LEASE, () -> false, job -> {});

        assertThat(stopped.counts().seen()).isEqualTo(6);
        assertThat(done.counts()).isEqualTo(new BackfillCounts(7, 0, 1, 0));
    }

    @Test
    void goesOnWhereAPointIsGoneMeanwhile() {
        String one = qdrant.collection("one");
        String other = qdrant.collection("other");
        qdrant.put(one, SHARED, Map.of());
        qdrant.put(one, LAST, Map.of());
        qdrant.put(other, SHARED, Map.of());
        AtomicInteger asked = new AtomicInteger();

        Backfill stopped = runBackfill.run(
                take(open(order(1, one, other))), qdrant.points(), LEASE, () -> asked.incrementAndGet() > 1, job -> {});
        qdrant.remove(one, LAST);
        Backfill done = runBackfill.run(take(stopped), qdrant.points(), LEASE, () -> false, job -> {});

        assertThat(stopped.progressSoFar().place()).isEqualTo(LAST.toString());
        assertThat(done.counts()).isEqualTo(new BackfillCounts(1, 0, 1, 0));
        assertThat(done.problems()).containsExactly(new BackfillProblem(SHARED.toString(), other, "same-id-again"));
    }

    @Test
    void warnsOfAMissingCollectionAndGoesOn() {
        String there = filled("there", 1, 3);

        Backfill job = run(order(10, qdrant.name("missing"), there));

        assertThat(job.state()).isEqualTo(BackfillState.COMPLETED);
        assertThat(job.counts().scored()).isEqualTo(3);
        assertThat(job.problems())
                .containsExactly(new BackfillProblem(null, qdrant.name("missing"), "missing-collection"));
    }

    @Test
    void failsWhenNoCollectionHasAPattern() {
        Backfill job = run(order(10, qdrant.collection("empty")));

        assertThat(job.state()).isEqualTo(BackfillState.FAILED);
        assertThat(job.progressSoFar().failure()).contains("/problems/no-patterns");
    }

    @Test
    void triesAgainWhenTheServerIsAwayForAMoment() {
        FakeQdrant fake = fake();
        String collection = filled("shaky", 1, 3);
        fake.failNext(2);

        assertThat(run(order(10, collection)).counts().scored()).isEqualTo(3);
    }

    @Test
    void failsAndKeepsWhatWasStoredWhenTheServerStaysAway() {
        FakeQdrant fake = fake();
        String collection = filled("gone", 1, 30);

        Backfill job =
                attendBackfill.attend(order(10, collection), qdrant::points, Duration.ZERO, () -> false, batch -> {
                    if (batch.counts().seen() == 20) {
                        fake.failNext(100);
                    }
                });

        assertThat(job.state()).isEqualTo(BackfillState.FAILED);
        assertThat(job.progressSoFar().failure()).contains("/problems/source-failed");
        assertThat(job.counts()).isEqualTo(new BackfillCounts(20, 0, 0, 0));
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(20);
    }

    private FakeQdrant fake() {
        assumeTrue(qdrant.fake().isPresent(), "A real server cannot be made to fail from here");
        return qdrant.fake().orElseThrow();
    }

    private String filled(String name, int from, int to) {
        String collection = qdrant.collection(name);
        for (int i = from; i <= to; i++) {
            qdrant.put(collection, i, Map.of("name", value(name + i)));
        }
        return collection;
    }

    private Backfill run(BackfillOrder order) {
        return attendBackfill.attend(order, qdrant::points, Duration.ZERO, () -> false, job -> {});
    }

    private Backfill open(BackfillOrder order) {
        return backfills
                .open(BackfillId.random(), order, false, Optional.empty())
                .backfill();
    }

    private Backfill take(Backfill waiting) {
        return backfills
                .change(waiting, waiting.leased(Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z")))
                .orElseThrow();
    }

    private static BackfillOrder order(int batchSize, String... collections) {
        return new BackfillOrder(
                BackfillSource.QDRANT, List.of(collections), OptionalLong.empty(), 0, batchSize, false);
    }
}
