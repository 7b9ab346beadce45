package dev.onerow.registry.domain;

import dev.onerow.registry.domain.RuleDecision.ConditionFailed;
import dev.onerow.registry.domain.RuleDecision.SqlMissing;
import dev.onerow.registry.domain.RuleDecision.Stored;
import dev.onerow.registry.domain.sql.SentSql;
import dev.onerow.registry.domain.sql.SqlText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a rule to say. Null keeps what is stored; empty text takes a description or a logic away, and
 * makes the code the name.
 */
public record RuleChange(
        RuleCode code,
        @Nullable String name,
        @Nullable String description,
        @Nullable String logic,
        @Nullable SentSql sql) {

    /**
     * What becomes of the rule. Saving the result again changes nothing.
     *
     * @param version of the stored row; null exactly when {@code stored} is
     */
    public RuleDecision applyTo(@Nullable Rule stored, @Nullable Long version, Condition condition) {
        if (!condition.permits(version)) {
            return new ConditionFailed();
        }
        if (stored != null) {
            return new Stored(changed(stored));
        }
        return sql == null ? new SqlMissing() : new Stored(first(sql.text()));
    }

    /** Whether it says nothing at all. */
    public boolean isEmpty() {
        return name == null && description == null && logic == null && sql == null;
    }

    private Rule first(SqlText given) {
        return new Rule(code, nameOr(code.value()), textOr(description, null), textOr(logic, null), given, 1);
    }

    private Rule changed(Rule stored) {
        var newLogic = textOr(logic, stored.logic());
        var newSql = sql == null ? stored.sql() : sql.text();
        boolean isNewState = !newSql.equals(stored.sql()) || !Objects.equals(newLogic, stored.logic());
        return new Rule(
                stored.code(),
                nameOr(stored.name()),
                textOr(description, stored.description()),
                newLogic,
                newSql,
                stored.sqlVersion() + (isNewState ? 1 : 0));
    }

    private String nameOr(String kept) {
        if (name == null) {
            return kept;
        }
        return name.isEmpty() ? code.value() : name;
    }

    static @Nullable String textOr(@Nullable String given, @Nullable String kept) {
        if (given == null) {
            return kept;
        }
        return given.isEmpty() ? null : given;
    }
}
