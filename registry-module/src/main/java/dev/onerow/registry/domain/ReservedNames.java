package dev.onerow.registry.domain;

import java.util.Set;

/**
 * Names that no view may have on either database, so that a rule means the same on both: those of the databases
 * themselves and of the service's tables.
 */
public final class ReservedNames {
    /** All tables of the service. A test holds this list against the migrated databases. */
    public static final Set<String> OWN_TABLES = Set.of(
            "rules",
            "rule_versions",
            "views_registry",
            "pattern_quality_metrics",
            "pattern_quality_history",
            "backfills",
            "backfill_inputs",
            "extraction_telemetry_v2",
            "extraction_method_attempts",
            "content_type_detection_telemetry",
            "http_error_summary",
            "http_error_baseline",
            "sites",
            "accounts",
            "transactions",
            "import_batches",
            "raw_transactions",
            "transaction_attestations",
            "csv_profiles",
            "category_templates",
            "categories",
            "category_rules",
            "ledgers",
            "defaults",
            "transaction_category_mappings",
            "adopted_rows",
            "onerow_schema_history");

    private ReservedNames() {}

    static boolean contains(String name) {
        return name.startsWith("pg_") || name.startsWith("sqlite_") || OWN_TABLES.contains(name);
    }
}
