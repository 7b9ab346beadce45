package dev.onerow.registry.web;

import dev.onerow.registry.application.ExecutionOrder;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.trace.RequestId;
import jakarta.inject.Singleton;

/** Reads what somebody wants to be executed. */
@Singleton
final class ExecutionRequest implements Form<ExecutionOrder> {
    private static final int LONGEST_SUMMARY = 100_000;

    static ExecutionOrder read(Fields in, RuleCode code, boolean dryRun) {
        return new ExecutionOrder(
                RuleRequest.change(in, code),
                in.text("table_name").orNull(),
                in.text("summary").atMost(LONGEST_SUMMARY).orNull(),
                dryRun,
                RequestId.current().map(RequestId::text).orElse(null));
    }

    @Override
    public ExecutionOrder read(Fields in) {
        return read(in, new RuleCode("X"), true);
    }

    @Override
    public String example() {
        return "{\"sql\":\"SELECT id, name FROM guests\",\"table_name\":\"guest_list\",\"summary\":\"Who was a guest?\"}";
    }
}
