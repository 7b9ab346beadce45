package dev.onerow.registry.application;

import dev.onerow.registry.domain.Effect;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RuleCode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Answers lines in the order in which they came, each as soon as it and all before it are settled: rules run in another
 * order, and what was done must have been told when the rest fails.
 */
final class LinesInOrder {
    private static final int CHUNK = 1_000;

    private final List<String> inputs;
    private final Set<RuleCode> open;
    private final BiConsumer<String, Answer<Effect>> answers;
    private final BitSet folded;
    private final Map<RuleCode, Answer<Effect>> results = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private int next;

    /**
     * Lines of which none is answered yet.
     *
     * @param inputs codes as they were sent; one that is no code is refused alone
     * @param open the rules that are still to run
     */
    LinesInOrder(List<String> inputs, Set<RuleCode> open, BiConsumer<String, Answer<Effect>> answers) {
        this.inputs = inputs;
        this.open = new HashSet<>(open);
        this.answers = answers;
        this.folded = foldedOf(inputs);
    }

    /** Remembers what became of a rule. */
    void settle(RuleCode rule, Answer<Effect> result) {
        results.put(rule, result);
        open.remove(rule);
    }

    /** Answers the next lines, up to the first whose rule is still to run. */
    void answerWhatIsSettled() {
        while (next < inputs.size() && !isOpen(inputs.get(next))) {
            var code = inputs.get(next);
            answers.accept(code, folded.get(next) ? new Answer.Done<>(Effect.FOLDED) : result(code));
            next++;
        }
    }

    private boolean isOpen(String code) {
        return RuleCode.isLegal(code) && open.contains(new RuleCode(code));
    }

    /** The lines that a later one of the same chunk stands for. */
    private static BitSet foldedOf(List<String> inputs) {
        var folded = new BitSet();
        Map<String, Integer> earlier = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (i % CHUNK == 0) {
                earlier.clear();
            }
            var place = earlier.put(inputs.get(i), i);
            if (place != null) {
                folded.set(place);
            }
        }
        return folded;
    }

    /** A rule that is named again in a later chunk was executed before, so that now nothing has changed. */
    private Answer<Effect> result(String code) {
        if (!RuleCode.isLegal(code)) {
            return new Answer.Refused<>(new Refusal.InvalidCode());
        }
        var rule = new RuleCode(code);
        Answer<Effect> result = results.getOrDefault(rule, new Answer.Refused<>(new Refusal.UnknownRule(rule)));
        boolean isRepeated = !answered.add(code);
        return result.answer(effect -> new Answer.Done<>(isRepeated ? Effect.UNCHANGED : effect), Answer.Refused::new);
    }
}
