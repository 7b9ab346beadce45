package dev.onerow.registry.application;

import dev.onerow.registry.domain.RuleChange;
import org.jspecify.annotations.Nullable;

/**
 * An order to execute a rule.
 *
 * @param change what is to be saved of the rule first; perhaps nothing
 * @param tableName the view; null for the one that the rule has, else one named after the rule
 * @param summary null keeps the stored one, empty text takes it away
 * @param dryRun whether everything is to be undone in the end
 * @param requestId null when there is none
 */
public record ExecutionOrder(
        RuleChange change,
        @Nullable String tableName,
        @Nullable String summary,
        boolean dryRun,
        @Nullable String requestId) {}
