package dev.onerow.registry.persistence;

import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import dev.onerow.registry.domain.RowVersion;
import dev.onerow.registry.domain.Rule;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.StoredRule;
import dev.onerow.registry.domain.sql.SqlText;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule. */
@MappedEntity("rules")
@KeyedTable(conflictsOn = "ruleCode")
record RuleRow(
        @Id @GeneratedValue @Nullable Long id,
        String ruleCode,
        String name,
        @Nullable String description,
        @Nullable String logic,
        String sql,
        String sqlHash,
        int sqlVersion,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static RuleRow of(Rule rule) {
        return new RuleRow(
                null,
                rule.code().value(),
                rule.name(),
                rule.description(),
                rule.logic(),
                rule.sql().value(),
                rule.sql().hash(),
                rule.sqlVersion(),
                0,
                null,
                null);
    }

    /** The same under the id that it had elsewhere. */
    RuleRow withId(long former) {
        return new RuleRow(
                former, ruleCode, name, description, logic, sql, sqlHash, sqlVersion, version, createdAt, updatedAt);
    }

    Rule rule() {
        return new Rule(new RuleCode(ruleCode), name, description, logic, SqlText.stored(sql, sqlHash), sqlVersion);
    }

    StoredRule stored() {
        return new StoredRule(
                Objects.requireNonNull(id),
                rule(),
                new RowVersion(version, Objects.requireNonNull(createdAt), Objects.requireNonNull(updatedAt)));
    }
}
