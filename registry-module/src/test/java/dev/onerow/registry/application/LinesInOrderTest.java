package dev.onerow.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.registry.domain.Effect;
import dev.onerow.registry.domain.RuleCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinesInOrderTest {
    private static final RuleCode A = new RuleCode("A");
    private static final RuleCode B = new RuleCode("B");

    private final List<String> told = new ArrayList<>();

    @Test
    void tellEachLineAsSoonAsAllBeforeItAreSettled() {
        var lines = lines(List.of("B", "A", "B", "nobody", "no code"), Set.of(A, B));

        lines.settle(A, new Answer.Done<>(Effect.INSERTED));
        lines.answerWhatIsSettled();
        var beforeB = List.copyOf(told);
        lines.settle(B, new Answer.Done<>(Effect.UPDATED));
        lines.answerWhatIsSettled();

        assertThat(beforeB).isEmpty();
        assertThat(told).containsExactly("B FOLDED", "A INSERTED", "B UPDATED", "nobody refused", "no code refused");
    }

    @Test
    void keepWhatWasToldWhenTheRestNeverSettles() {
        var lines = lines(List.of("A", "B"), Set.of(A, B));

        lines.settle(A, new Answer.Done<>(Effect.INSERTED));
        lines.answerWhatIsSettled();

        assertThat(told).containsExactly("A INSERTED");
    }

    @Test
    void callARuleUnchangedThatALaterChunkNamesAgain() {
        var lines = lines(new ArrayList<>(Collections.nCopies(1_001, "A")), Set.of(A));

        lines.settle(A, new Answer.Done<>(Effect.INSERTED));
        lines.answerWhatIsSettled();

        assertThat(told).hasSize(1_001).endsWith("A FOLDED", "A INSERTED", "A UNCHANGED");
    }

    private LinesInOrder lines(List<String> inputs, Set<RuleCode> open) {
        return new LinesInOrder(
                inputs,
                open,
                (code, answer) -> told.add(code + " " + answer.answer(Effect::toString, why -> "refused")));
    }
}
