-- Each run of a method is a row, so that rates by method count attempts and not only the operations that succeeded.
CREATE TABLE extraction_method_attempts (
    operation_id text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    method text COLLATE "C" NOT NULL,
    attempt_no integer NOT NULL,
    duration_ms double precision,
    success boolean,
    error text COLLATE "C",
    title_extracted boolean,
    author_extracted boolean,
    content_extracted boolean,
    publish_date_extracted boolean,
    host text COLLATE "C" NOT NULL,
    occurred_at timestamptz NOT NULL,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pk_extraction_method_attempts PRIMARY KEY (operation_id, position),
    CONSTRAINT fk_extraction_method_attempts_operation_id
        FOREIGN KEY (operation_id) REFERENCES extraction_telemetry_v2 (operation_id) ON DELETE CASCADE,
    CONSTRAINT ck_extraction_method_attempts_position CHECK (position >= 1),
    CONSTRAINT ck_extraction_method_attempts_attempt_no CHECK (attempt_no >= 1),
    CONSTRAINT ck_extraction_method_attempts_duration_ms CHECK (duration_ms >= 0 AND duration_ms < 'Infinity')
);

CREATE INDEX ix_extraction_method_attempts_method ON extraction_method_attempts (operation_id, method);
CREATE INDEX ix_extraction_method_attempts_window ON extraction_method_attempts (occurred_at, host, method);
