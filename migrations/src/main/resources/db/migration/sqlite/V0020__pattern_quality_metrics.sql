-- The current score of each pattern: one row per pattern, whichever table else may know that pattern.
CREATE TABLE pattern_quality_metrics (
    id TEXT NOT NULL PRIMARY KEY,
    pattern_id TEXT NOT NULL,
    quality_score REAL NOT NULL,
    confidence REAL NOT NULL,
    measurement_timestamp TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    version TEXT NOT NULL DEFAULT '1.0.0',
    metadata TEXT NOT NULL DEFAULT '{}',
    completeness_score REAL,
    documentation_score REAL,
    onex_compliance_score REAL,
    metadata_richness_score REAL,
    complexity_score REAL,
    input_hash TEXT,
    pattern_name TEXT,
    source_collection TEXT,
    row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT pattern_quality_metrics_pattern_id_unique UNIQUE (pattern_id),
    CONSTRAINT ck_pattern_quality_metrics_quality_score CHECK (quality_score >= 0 AND quality_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_confidence CHECK (confidence >= 0 AND confidence <= 1),
    CONSTRAINT ck_pattern_quality_metrics_completeness CHECK (completeness_score >= 0 AND completeness_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_documentation CHECK (documentation_score >= 0 AND documentation_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_onex_compliance
        CHECK (onex_compliance_score >= 0 AND onex_compliance_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_metadata_richness
        CHECK (metadata_richness_score >= 0 AND metadata_richness_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_complexity CHECK (complexity_score >= 0 AND complexity_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_input_hash
        CHECK (length(input_hash) = 64 AND input_hash NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_pattern_quality_metrics_pattern_id CHECK (length(pattern_id) = 36),
    CONSTRAINT ck_pattern_quality_metrics_metadata CHECK (json_valid(metadata))
) STRICT;

CREATE INDEX ix_pattern_quality_metrics_best ON pattern_quality_metrics (quality_score DESC, pattern_id);
CREATE INDEX ix_pattern_quality_metrics_latest ON pattern_quality_metrics (measurement_timestamp DESC, pattern_id);
CREATE INDEX ix_pattern_quality_metrics_version ON pattern_quality_metrics (version);
