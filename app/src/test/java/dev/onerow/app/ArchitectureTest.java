package dev.onerow.app;

import dev.onerow.rules.OnerowRules;
import dev.onerow.rules.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
    private static final String COUNTERS = "dev.onerow.telemetry.persistence.CounterMaintenance";
    private static final OnerowRules ARCHITECTURE = OnerowRules.in("dev.onerow")
            .contexts("registry", "quality", "telemetry", "ledger")
            .owning("extraction_telemetry_v2", "extraction_method_attempts", "content_type_detection_telemetry")
            .owning("rules", "rule_versions")
            .owning("backfills", "backfill_inputs")
            .keyed("rules", "rule_versions", "views_registry")
            .allowing(COUNTERS + "#takeTimesFromFacts", "A store can take no time from rows of another table")
            .allowing(COUNTERS + "#deleteUnexpected", "Which counters go follows from the facts, not from keys")
            .allowing(COUNTERS + "#setRight", "Counts come from the facts, as many as there are")
            .allowing(COUNTERS + "#insertMissing", "Counters come from the facts, as many as there are");

    @ParameterizedTest
    @EnumSource(Rule.class)
    void holds(Rule rule) {
        ARCHITECTURE.check(rule);
    }
}
