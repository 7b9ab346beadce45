package dev.onerow.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class CounterChangesTest {
    private static final Host HOST = Host.parse("daily.example.com").orElseThrow();
    private static final Instant EIGHT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void giveOneForACountedFactThatIsNew() {
        CounterChange change = changeOf(Optional.empty(), fact(404, NINE));

        assertThat(change.appliedTo(null)).contains(new Counter(1, NINE, NINE));
        assertThat(change.appliedTo(new Counter(2, EIGHT, EIGHT))).contains(new Counter(3, EIGHT, NINE));
        assertThat(change.appliedTo(new Counter(2, TEN, TEN))).contains(new Counter(3, NINE, TEN));
        assertThat(change.takesAway()).isFalse();
    }

    @Test
    void giveNothingForAFactThatIsNotCounted() {
        CounterChanges changes = new CounterChanges();

        changes.add(Optional.empty(), fact(200, NINE));

        assertThat(changes.byKey()).isEmpty();
    }

    @Test
    void giveNothingWhenHostStatusAndEventTimeStayTheSame() {
        CounterChanges changes = new CounterChanges();

        changes.add(fact(404, NINE), fact(404, NINE));

        assertThat(changes.byKey()).isEmpty();
        assertThat(changes.takeAway()).isFalse();
    }

    @Test
    void moveACorrectedFactFromItsOldKeyToItsNewOne() {
        CounterChanges changes = new CounterChanges();

        changes.add(fact(302, NINE), fact(404, NINE));

        assertThat(changes.byKey())
                .containsExactly(
                        Map.entry(new CounterKey(HOST, 302), new CounterChange(0, 1, null, null)),
                        Map.entry(new CounterKey(HOST, 404), new CounterChange(1, 0, NINE, NINE)));
        assertThat(changes.takeAway()).isTrue();
    }

    @Test
    void takeACorrectedFactThatIsNoLongerCountedAway() {
        CounterChange change = changeOf(fact(302, NINE), fact(200, NINE));

        assertThat(change.appliedTo(new Counter(1, NINE, NINE))).isEmpty();
        assertThat(change.appliedTo(new Counter(3, EIGHT, TEN))).contains(new Counter(2, EIGHT, TEN));
    }

    @Test
    void widenTheTimesOfAFactThatHappenedAtAnotherTime() {
        CounterChange change = changeOf(fact(404, NINE), fact(404, TEN));

        assertThat(change.difference()).isZero();
        assertThat(change.takesAway()).isTrue();
        assertThat(change.appliedTo(new Counter(1, NINE, NINE))).contains(new Counter(1, NINE, TEN));
    }

    @Test
    void leaveACounterAloneThatShouldBeThereAndIsNot() {
        assertThat(changeOf(fact(404, NINE), Optional.empty()).appliedTo(null)).isEmpty();
    }

    @Test
    void keepEveryCountEqualToTheNumberOfItsFacts() {
        qt().forAll(lists().of(lists().of(steps()).ofSizeBetween(0, 6)).ofSizeBetween(0, 6))
                .checkAssert(transactions -> {
                    Map<Integer, CountedFact> facts = new HashMap<>();
                    Map<CounterKey, Counter> counters = new TreeMap<>();

                    transactions.forEach(steps -> record(steps, facts, counters));

                    Map<CounterKey, Long> expected = new TreeMap<>();
                    facts.values().forEach(fact -> expected.merge(fact.key(), 1L, Long::sum));
                    Map<CounterKey, Long> counted = new TreeMap<>();
                    counters.forEach((key, counter) -> counted.put(key, counter.count()));
                    assertThat(counted).isEqualTo(expected);
                    facts.values()
                            .forEach(fact -> assertThat(counters.get(fact.key()))
                                    .satisfies(counter -> assertThat(fact.occurredAt())
                                            .isBetween(counter.firstSeen(), counter.lastSeen())));
                });
    }

    private static void record(List<Step> steps, Map<Integer, CountedFact> facts, Map<CounterKey, Counter> counters) {
        CounterChanges changes = new CounterChanges();
        for (Step step : steps) {
            Optional<CountedFact> before = Optional.ofNullable(facts.get(step.operation()));
            changes.add(before, step.fact());
            step.fact()
                    .ifPresentOrElse(fact -> facts.put(step.operation(), fact), () -> facts.remove(step.operation()));
        }
        List<CounterKey> gone = new ArrayList<>();
        changes.byKey()
                .forEach((key, change) -> change.appliedTo(counters.get(key))
                        .ifPresentOrElse(counter -> counters.put(key, counter), () -> gone.add(key)));
        gone.forEach(counters::remove);
    }

    /** One operation gets another state, counted or not. */
    record Step(int operation, Optional<CountedFact> fact) {}

    private static Gen<Step> steps() {
        return integers().between(0, 4 * 3 * 3 - 1).map(i -> {
            int status = List.of(200, 302, 404).get(i / 4 % 3);
            return new Step(i % 4, fact(status, List.of(EIGHT, NINE, TEN).get(i / 12)));
        });
    }

    private static Optional<CountedFact> fact(int status, Instant at) {
        return CountedFact.of(HOST, status, at);
    }

    private static CounterChange changeOf(Optional<CountedFact> before, Optional<CountedFact> after) {
        CounterChanges changes = new CounterChanges();
        changes.add(before, after);
        return changes.byKey().values().iterator().next();
    }
}
