package dev.onerow.registry.web;

import dev.onerow.registry.application.RegisterView.Registration;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.ViewName;
import dev.onerow.web.request.Fields;

/** Reads what somebody wants the registry to say of a view. Omitted or null keeps what is stored, empty text clears. */
final class ViewRequest {
    private static final int LONGEST_SUMMARY = 100_000;

    private ViewRequest() {}

    static Registration read(Fields in, ViewName name, boolean transfer, Condition condition) {
        in.ignore("id", "rule_id", "definition", "sql_hash", "rule_sql_version", "definition_hash")
                .ignore("server_version_num", "columns", "outdated", "version", "created_at", "updated_at")
                .ignore("row_count", "outcome")
                .text("table_name")
                .sameAsPath(name.value());
        var owner = in.text("rule_code");
        return new Registration(
                name,
                owner.map(RuleCode::new, "invalid-rule-code", "It is a rule code.")
                        .orNull(),
                owner.isNull(),
                transfer,
                in.text("summary").atMost(LONGEST_SUMMARY).orNull(),
                condition);
    }
}
