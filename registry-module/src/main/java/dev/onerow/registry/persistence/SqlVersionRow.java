package dev.onerow.registry.persistence;

import static dev.onerow.persistence.MergeRule.KEEP;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import dev.onerow.registry.domain.SqlVersion;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One state that the SQL and the logic of a rule have had. */
@MappedEntity("rule_versions")
@KeyedTable(conflictsOn = {"ruleId", "sqlVersion"})
record SqlVersionRow(
        @Id @GeneratedValue @Nullable Long id,
        long ruleId,
        int sqlVersion,
        @OnConflict(KEEP) String sql,
        @OnConflict(KEEP) @Nullable String logic,
        @OnConflict(KEEP) String sqlHash,
        @OnConflict(KEEP) @Nullable String requestId,
        @DateCreated @Micros @Nullable Instant createdAt) {

    /** The state that this row of the rule has. */
    static SqlVersionRow of(long ruleId, RuleRow rule, @Nullable String requestId) {
        return new SqlVersionRow(
                null, ruleId, rule.sqlVersion(), rule.sql(), rule.logic(), rule.sqlHash(), requestId, null);
    }

    SqlVersion stored() {
        return new SqlVersion(
                Objects.requireNonNull(id),
                ruleId,
                sqlVersion,
                sql,
                logic,
                sqlHash,
                requestId,
                Objects.requireNonNull(createdAt));
    }
}
