package dev.onerow.registry.web;

import dev.onerow.registry.application.SaveRules;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.RuleChange;
import dev.onerow.registry.domain.SavedRule;
import dev.onerow.web.bulk.BulkWrite;
import dev.onerow.web.bulk.LineAnswer;
import dev.onerow.web.request.Fields;
import dev.onerow.web.trace.RequestId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Many rules in one request. */
@Singleton
final class RuleLines implements BulkWrite<RuleChange> {
    private final SaveRules saveRules;

    RuleLines(SaveRules saveRules) {
        this.saveRules = saveRules;
    }

    @Override
    public RuleChange read(Fields line) {
        return RuleRequest.readLine(line);
    }

    @Override
    public String example() {
        return "{\"rule_code\":\"LIST_GUESTS\",\"name\":\"Guest list\",\"sql\":\"SELECT id, name FROM guests\"}";
    }

    @Override
    public List<LineAnswer> write(List<RuleChange> changes) {
        var requestId = RequestId.current().map(RequestId::text).orElse(null);
        List<SavedRule> saved = saveRules.saveAll(changes, Condition.NONE, requestId);
        List<LineAnswer> answers = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            var key = Map.of("rule_code", changes.get(i).code().value());
            answers.add(saved.get(i)
                    .answer(
                            it -> LineAnswer.of(key, Outcomes.of(it.effect())),
                            why -> LineAnswer.rejected(RegistryProblems.of(why))));
        }
        return answers;
    }

    @Override
    public <R> R inOneTransaction(Supplier<R> work) {
        return saveRules.inOneTransaction(work);
    }
}
