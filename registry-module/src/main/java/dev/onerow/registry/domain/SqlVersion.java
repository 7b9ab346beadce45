package dev.onerow.registry.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state that the SQL and the logic of a rule have had.
 *
 * @param requestId the request that wrote it; null when it was none
 */
public record SqlVersion(
        long id,
        long ruleId,
        int sqlVersion,
        String sql,
        @Nullable String logic,
        String sqlHash,
        @Nullable String requestId,
        Instant createdAt) {}
