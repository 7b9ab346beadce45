package dev.onerow.benchmarks.registry;

import dev.onerow.registry.application.ExecuteRule;
import dev.onerow.registry.application.Execution;
import dev.onerow.registry.application.ExecutionOrder;
import dev.onerow.registry.domain.RuleChange;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.sql.SentSql;
import jakarta.inject.Singleton;

/** Executes rules over no table, so that what is measured is not the reading of one. */
@Singleton
final class SampleRules {
    private final ExecuteRule executeRule;

    SampleRules(ExecuteRule executeRule) {
        this.executeRule = executeRule;
    }

    /** A SELECT whose columns differ from those of the next number. */
    static String select(int number) {
        return "SELECT " + number + " AS a, 'x' AS b" + number % 2 + ", 1.5 AS c";
    }

    Execution execute(String code, String select) {
        var change = new RuleChange(new RuleCode(code), null, null, null, new SentSql(select));
        return executeRule
                .execute(new ExecutionOrder(change, null, null, false, null))
                .orElseThrow(why -> new IllegalStateException(why.toString()));
    }
}
