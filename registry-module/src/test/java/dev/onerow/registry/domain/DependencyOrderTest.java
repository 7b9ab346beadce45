package dev.onerow.registry.domain;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DependencyOrderTest {

    @Test
    void aRuleRunsAfterThoseWhoseViewsItMentionsAndTiesGoByCode() {
        var order = order(Map.of(
                "A", Set.of("view_c", "guests"),
                "B", Set.of(),
                "C", Set.of("view_d"),
                "D", Set.of("guests")));

        assertThat(order.order()).extracting(RuleCode::value).containsExactly("B", "D", "C", "A");
        assertThat(order.cyclic()).isEmpty();
    }

    @Test
    void rulesThatWaitForEachOtherCannotRunAndTheOthersCan() {
        var order = order(Map.of(
                "A", Set.of("view_b"),
                "B", Set.of("view_c"),
                "C", Set.of("view_a"),
                "D", Set.of("view_a"),
                "E", Set.of()));

        assertThat(order.cyclic()).extracting(RuleCode::value).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(order.order()).extracting(RuleCode::value).containsExactly("D", "E");
    }

    @Test
    void aRuleThatMentionsItsOwnViewDoesNotWaitForItself() {
        var order = order(Map.of("A", Set.of("view_a")));

        assertThat(order.order()).extracting(RuleCode::value).containsExactly("A");
    }

    @Test
    void aLongChainIsNoTroubleForTheStack() {
        int length = 20_000;
        Map<String, Set<String>> mentioned = new HashMap<>();
        IntStream.range(0, length)
                .forEach(i -> mentioned.put("R%05d".formatted(i), Set.of("view_r%05d".formatted(i + 1))));

        var order = order(mentioned);

        assertThat(order.order()).hasSize(length);
        assertThat(order.order().get(0).value()).isEqualTo("R19999");
    }

    @Test
    @Tag("laws")
    void everyRuleIsOrderedOrCyclicAndNoneRunsBeforeWhatItMentions() {
        var edges = lists().of(integers().between(0, 63)).ofSizeBetween(0, 14);
        qt().forAll(edges).checkAssert(pairs -> {
            Map<String, Set<String>> mentioned = new HashMap<>();
            IntStream.range(0, 8).forEach(i -> mentioned.put("R" + i, new HashSet<>()));
            pairs.forEach(pair -> mentioned
                    .computeIfAbsent("R" + pair / 8, absent -> new HashSet<>())
                    .add("view_r" + pair % 8));

            var order = order(mentioned);

            var codes = order.order().stream().map(RuleCode::value).toList();
            var cyclic = order.cyclic().stream().map(RuleCode::value).collect(toSet());
            assertThat(codes.size() + cyclic.size()).isEqualTo(8);
            assertThat(codes).doesNotHaveDuplicates().noneMatch(cyclic::contains);
            assertThat(cyclic).isEqualTo(selfReaching(mentioned));
            assertNoneRunsTooEarly(codes, mentioned);
        });
    }

    private static void assertNoneRunsTooEarly(List<String> codes, Map<String, Set<String>> mentioned) {
        codes.forEach(code -> mentioned.getOrDefault(code, Set.of()).stream()
                .map(view -> "R" + view.substring(6))
                .filter(other -> !other.equals(code) && codes.contains(other))
                .forEach(other -> assertThat(codes.indexOf(other)).isLessThan(codes.indexOf(code))));
    }

    /** Those on a cycle of two or more, found the slow way. */
    private static Set<String> selfReaching(Map<String, Set<String>> mentioned) {
        return mentioned.keySet().stream()
                .filter(start -> {
                    Set<String> reached = new HashSet<>();
                    var open = new ArrayDeque<>(List.of(start));
                    while (!open.isEmpty()) {
                        var at = open.pop();
                        mentioned.getOrDefault(at, Set.of()).stream()
                                .map(view -> "R" + view.substring(6))
                                .filter(next -> !next.equals(at))
                                .filter(reached::add)
                                .forEach(open::push);
                    }
                    return reached.contains(start);
                })
                .collect(toSet());
    }

    private static DependencyOrder order(Map<String, Set<String>> mentioned) {
        return DependencyOrder.of(
                mentioned.keySet().stream()
                        .collect(toMap(RuleCode::new, code -> Set.of("view_" + code.toLowerCase(Locale.ROOT)))),
                mentioned.entrySet().stream()
                        .collect(toMap(entry -> new RuleCode(entry.getKey()), Map.Entry::getValue)));
    }
}
