package dev.onerow.registry.web;

import dev.onerow.registry.domain.RuleChange;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.sql.SentSql;
import dev.onerow.web.request.Fields;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wants a rule to say. Omitted or null keeps what is stored, empty text clears. */
final class RuleRequest {
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final RuleCode STAND_IN = new RuleCode("0"); // for a faulty one; a fault is answered, not done

    private RuleRequest() {}

    /** The body of a {@code PUT}. What only the service sets may be sent back as it came. */
    static RuleChange read(Fields in, RuleCode code) {
        ignoreOwn(in).text("rule_code").sameAsPath(code.value());
        return change(in, code);
    }

    /** A line of a bulk body, which brings its key along. */
    static RuleChange readLine(Fields in) {
        var sent = ignoreOwn(in).text("rule_code");
        sent.required();
        var code = sent.map(RuleCode::new, "invalid-rule-code", RegistryProblems.RULE_CODE_WANTED);
        return change(in, code.orElse(STAND_IN));
    }

    /** The members that say something of a rule itself. */
    static RuleChange change(Fields in, RuleCode code) {
        return new RuleChange(
                code,
                in.text("name").atMost(LONGEST_NAME).orNull(),
                in.text("description").atMost(LONGEST_TEXT).orNull(),
                in.text("logic").atMost(LONGEST_TEXT).orNull(),
                sent(in.text("sql").orNull()));
    }

    private static Fields ignoreOwn(Fields in) {
        return in.ignore("id", "sql_hash", "sql_version", "version", "created_at", "updated_at", "outcome");
    }

    private static @Nullable SentSql sent(@Nullable String sql) {
        return sql == null ? null : new SentSql(sql);
    }
}
