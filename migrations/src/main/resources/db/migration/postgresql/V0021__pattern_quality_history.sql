-- Every measurement ever made of a pattern: one row per pattern and time. Written with the current score, in one transaction.
CREATE TABLE pattern_quality_history (
    id uuid PRIMARY KEY,
    pattern_id uuid NOT NULL,
    measurement_timestamp timestamptz NOT NULL,
    quality_score double precision NOT NULL,
    confidence double precision NOT NULL,
    version text COLLATE "C" NOT NULL DEFAULT '1.0.0',
    metadata jsonb NOT NULL DEFAULT '{}',
    completeness_score double precision,
    documentation_score double precision,
    onex_compliance_score double precision,
    metadata_richness_score double precision,
    complexity_score double precision,
    input_hash text COLLATE "C",
    row_version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
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
    CONSTRAINT ck_pattern_quality_history_input_hash CHECK (input_hash ~ '^[0-9a-f]{64}$')
);
