package dev.onerow.registry.web;

import dev.onerow.registry.domain.StoredRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rule on the wire. */
@Serdeable
record RuleAnswer(
        long id,
        String ruleCode,
        String name,
        @Nullable String description,
        @Nullable String logic,
        String sql,
        String sqlHash,
        int sqlVersion,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static RuleAnswer of(StoredRule stored) {
        var rule = stored.rule();
        return new RuleAnswer(
                stored.id(),
                rule.code().value(),
                rule.name(),
                rule.description(),
                rule.logic(),
                rule.sql().value(),
                rule.sql().hash(),
                rule.sqlVersion(),
                stored.row().version(),
                stored.row().createdAt(),
                stored.row().updatedAt());
    }
}
