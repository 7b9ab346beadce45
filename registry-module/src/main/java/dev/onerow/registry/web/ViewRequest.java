package dev.onerow.registry.web;

import dev.onerow.registry.application.RegisterView.Registration;
import dev.onerow.registry.domain.Condition;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.ViewName;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import jakarta.inject.Singleton;

/** Reads what somebody wants the registry to say of a view. Omitted or null keeps what is stored, empty text clears. */
@Singleton
final class ViewRequest implements Form<Registration> {
    private static final int LONGEST_SUMMARY = 100_000;

    static Registration read(Fields in, ViewName name, boolean transfer, Condition condition) {
        in.ignore("id", "rule_id", "definition", "sql_hash", "rule_sql_version", "definition_hash")
                .ignore("server_version_num", "columns", "outdated", "version", "created_at", "updated_at")
                .ignore("row_count", "outcome")
                .text("table_name")
                .sameAsPath(name.value());
        var owner = in.text("rule_code");
        return new Registration(
                name,
                owner.map(RuleCode::new, "invalid-rule-code", RegistryProblems.RULE_CODE_WANTED)
                        .orNull(),
                owner.isNull(),
                transfer,
                in.text("summary").atMost(LONGEST_SUMMARY).orNull(),
                condition);
    }

    @Override
    public Registration read(Fields in) {
        return read(in, new ViewName("guest_list"), false, Condition.NONE);
    }

    @Override
    public String example() {
        return "{\"rule_code\":\"LIST_GUESTS\",\"summary\":\"Who was a guest?\"}";
    }

    /** Whether a view may be taken from another rule. */
    static boolean transfer(Fields in) {
        return in.bool("transfer").orElse(false);
    }

    @Singleton
    static final class Parameters implements Form<Boolean> {
        @Override
        public Boolean read(Fields in) {
            return transfer(in);
        }
    }
}
