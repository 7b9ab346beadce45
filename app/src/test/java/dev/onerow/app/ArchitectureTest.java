package dev.onerow.app;

import dev.onerow.rules.OnerowRules;
import dev.onerow.rules.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
    private static final OnerowRules ARCHITECTURE = OnerowRules.in("dev.onerow")
            .contexts("registry", "quality", "telemetry", "ledger")
            .owning("extraction_telemetry_v2", "extraction_method_attempts", "content_type_detection_telemetry")
            .owning("rules", "rule_versions")
            .owning("backfills", "backfill_inputs")
            .keyed(
                    "extraction_telemetry_v2",
                    "extraction_method_attempts",
                    "content_type_detection_telemetry",
                    "http_error_summary",
                    "http_error_baseline",
                    "sites",
                    "rules",
                    "rule_versions",
                    "views_registry");

    @ParameterizedTest
    @EnumSource(Rule.class)
    void holds(Rule rule) {
        ARCHITECTURE.check(rule);
    }
}
