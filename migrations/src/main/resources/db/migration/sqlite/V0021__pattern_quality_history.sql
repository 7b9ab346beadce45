-- Every measurement ever made of a pattern: one row per pattern and time. Written with the current score, in one transaction.
CREATE TABLE pattern_quality_history (
    id TEXT NOT NULL PRIMARY KEY,
    pattern_id TEXT NOT NULL,
    measurement_timestamp TEXT NOT NULL,
    quality_score REAL NOT NULL,
    confidence REAL NOT NULL,
    version TEXT NOT NULL DEFAULT '1.0.0',
    metadata TEXT NOT NULL DEFAULT '{}',
    completeness_score REAL,
    documentation_score REAL,
    onex_compliance_score REAL,
    metadata_richness_score REAL,
    complexity_score REAL,
    input_hash TEXT,
    row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT uq_pattern_quality_history_pattern_time UNIQUE (pattern_id, measurement_timestamp),
    CONSTRAINT ck_pattern_quality_history_quality_score CHECK (quality_score >= 0 AND quality_score <= 1),
    CONSTRAINT ck_pattern_quality_history_confidence CHECK (confidence >= 0 AND confidence <= 1),
    CONSTRAINT ck_pattern_quality_history_completeness CHECK (completeness_score >= 0 AND completeness_score <= 1),
    CONSTRAINT ck_pattern_quality_history_documentation CHECK (documentation_score >= 0 AND documentation_score <= 1),
    CONSTRAINT ck_pattern_quality_history_onex_compliance
        CHECK (onex_compliance_score >= 0 AND onex_compliance_score <= 1),
    CONSTRAINT ck_pattern_quality_history_metadata_richness
        CHECK (metadata_richness_score >= 0 AND metadata_richness_score <= 1),
    CONSTRAINT ck_pattern_quality_history_complexity CHECK (complexity_score >= 0 AND complexity_score <= 1),
    CONSTRAINT ck_pattern_quality_history_input_hash
        CHECK (length(input_hash) = 64 AND input_hash NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_pattern_quality_history_pattern_id CHECK (length(pattern_id) = 36),
    CONSTRAINT ck_pattern_quality_history_metadata CHECK (json_valid(metadata))
) STRICT;
