package dev.onerow.registry.web;

import dev.onerow.registry.domain.SqlVersion;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One state of a rule's SQL on the wire. */
@Serdeable
record SqlVersionAnswer(
        long id,
        long ruleId,
        int sqlVersion,
        String sql,
        @Nullable String logic,
        String sqlHash,
        @Nullable String requestId,
        Instant createdAt) {

    static SqlVersionAnswer of(SqlVersion version) {
        return new SqlVersionAnswer(
                version.id(),
                version.ruleId(),
                version.sqlVersion(),
                version.sql(),
                version.logic(),
                version.sqlHash(),
                version.requestId(),
                version.createdAt());
    }
}
