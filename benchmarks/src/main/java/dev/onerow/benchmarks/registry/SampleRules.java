package dev.onerow.benchmarks.registry;

import dev.onerow.benchmarks.Bench;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.registry.application.ExecuteRule;
import dev.onerow.registry.application.Execution;
import dev.onerow.registry.application.ExecutionOrder;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.RuleChange;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.sql.SentSql;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Executes rules over no table or nearly empty ones, so that what is measured is not the reading of them. */
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

    /** One as people write them: several tables, a dozen columns. */
    static String typicalSelect(int number) {
        return """
                SELECT r.rule_code, r.name, r.description, r.logic, r.sql_version, r.updated_at, s.request_id,
                       s.created_at AS since, v.table_name, v.summary, e.publisher, %d AS number_%d
                FROM rules r
                JOIN rule_versions s ON s.rule_id = r.id AND s.sql_version = r.sql_version
                LEFT JOIN views_registry v ON v.rule_id = r.id
                LEFT JOIN extraction_telemetry_v2 e ON e.operation_id = s.request_id""".formatted(number, number % 2);
    }

    /** Takes away what earlier changes have left in PostgreSQL's catalogue, which its own clean-up comes to only later. */
    static void tidy(Bench bench) throws SQLException {
        if (bench.kind() == DatabaseKind.POSTGRESQL) {
            bench.run("VACUUM ANALYZE");
        }
    }

    Execution execute(String code, String select) {
        var change = new RuleChange(new RuleCode(code), null, null, null, new SentSql(select));
        return executeRule
                .execute(new ExecutionOrder(change, null, null, false, null), Condition.NONE)
                .orElseThrow(why -> new IllegalStateException(why.toString()));
    }
}
