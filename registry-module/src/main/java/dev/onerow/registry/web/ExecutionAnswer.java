package dev.onerow.registry.web;

import dev.onerow.registry.application.Execution;
import dev.onerow.registry.domain.ColumnChange;
import dev.onerow.web.answer.Stored;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/** What executing a rule did, on the wire. */
@Serdeable
record ExecutionAnswer(
        Stored<RuleAnswer> rule, ExecutedViewAnswer view, ChangeAnswer change, List<DependantAnswer> dependants) {

    static ExecutionAnswer of(Execution execution) {
        var count = execution.rowCount();
        return new ExecutionAnswer(
                new Stored<>(RuleAnswer.of(execution.rule()), Outcomes.of(execution.ruleEffect())),
                new ExecutedViewAnswer(
                        ViewAnswer.of(execution.view()),
                        count.isPresent() ? (Long) count.getAsLong() : null,
                        Outcomes.of(execution.viewEffect()).word()),
                ChangeAnswer.of(execution.change()),
                execution.dependants().stream()
                        .map(view -> new DependantAnswer(view.name(), view.registered(), view.rebuilt()))
                        .toList());
    }

    /** The difference between the old and the new columns. */
    @Serdeable
    record ChangeAnswer(
            List<String> added, List<String> removed, List<RetypedAnswer> retyped, boolean reordered, String verdict) {

        static ChangeAnswer of(ColumnChange change) {
            return new ChangeAnswer(
                    change.added(),
                    change.removed(),
                    change.retyped().stream()
                            .map(column -> new RetypedAnswer(column.name(), column.from(), column.to()))
                            .toList(),
                    change.reordered(),
                    change.verdict().name().toLowerCase(Locale.ROOT));
        }
    }

    /** A column with another type. */
    @Serdeable
    record RetypedAnswer(String name, String from, String to) {}

    /** A view that reads the executed one. */
    @Serdeable
    record DependantAnswer(String tableName, boolean registered, boolean rebuilt) {}
}
