-- The current score of each pattern: one row per pattern, whichever table else may know that pattern.
CREATE TABLE pattern_quality_metrics (
    id uuid PRIMARY KEY,
    pattern_id uuid NOT NULL,
    quality_score double precision NOT NULL,
    confidence double precision NOT NULL,
    measurement_timestamp timestamptz NOT NULL DEFAULT now(),
    version text COLLATE "C" NOT NULL DEFAULT '1.0.0',
    metadata jsonb NOT NULL DEFAULT '{}',
    completeness_score double precision,
    documentation_score double precision,
    onex_compliance_score double precision,
    metadata_richness_score double precision,
    complexity_score double precision,
    input_hash text COLLATE "C",
    pattern_name text COLLATE "C",
    source_collection text COLLATE "C",
    row_version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pattern_quality_metrics_pattern_id_unique UNIQUE (pattern_id),
    -- With both bounds, because NaN passes a lower one alone.
    CONSTRAINT ck_pattern_quality_metrics_quality_score CHECK (quality_score >= 0 AND quality_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_confidence CHECK (confidence >= 0 AND confidence <= 1),
    CONSTRAINT ck_pattern_quality_metrics_completeness CHECK (completeness_score >= 0 AND completeness_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_documentation CHECK (documentation_score >= 0 AND documentation_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_onex_compliance
        CHECK (onex_compliance_score >= 0 AND onex_compliance_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_metadata_richness
        CHECK (metadata_richness_score >= 0 AND metadata_richness_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_complexity CHECK (complexity_score >= 0 AND complexity_score <= 1),
    CONSTRAINT ck_pattern_quality_metrics_input_hash CHECK (input_hash ~ '^[0-9a-f]{64}$')
);

CREATE INDEX ix_pattern_quality_metrics_best ON pattern_quality_metrics (quality_score DESC, pattern_id);
CREATE INDEX ix_pattern_quality_metrics_latest ON pattern_quality_metrics (measurement_timestamp DESC, pattern_id);
CREATE INDEX ix_pattern_quality_metrics_version ON pattern_quality_metrics (version);
CREATE INDEX ix_pattern_quality_metrics_metadata ON pattern_quality_metrics USING gin (metadata);
