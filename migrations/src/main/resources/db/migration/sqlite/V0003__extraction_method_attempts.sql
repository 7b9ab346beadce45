-- Each run of a method is a row, so that rates by method count attempts and not only the operations that succeeded.
CREATE TABLE extraction_method_attempts (
    operation_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    method TEXT NOT NULL,
    attempt_no INTEGER NOT NULL,
    duration_ms REAL,
    success INTEGER,
    error TEXT,
    title_extracted INTEGER,
    author_extracted INTEGER,
    content_extracted INTEGER,
    publish_date_extracted INTEGER,
    host TEXT NOT NULL,
    occurred_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT pk_extraction_method_attempts PRIMARY KEY (operation_id, position),
    CONSTRAINT fk_extraction_method_attempts_operation_id
        FOREIGN KEY (operation_id) REFERENCES extraction_telemetry_v2 (operation_id) ON DELETE CASCADE,
    CONSTRAINT ck_extraction_method_attempts_position CHECK (position >= 1),
    CONSTRAINT ck_extraction_method_attempts_attempt_no CHECK (attempt_no >= 1),
    CONSTRAINT ck_extraction_method_attempts_duration_ms CHECK (duration_ms >= 0 AND duration_ms < 9e999),
    CONSTRAINT ck_extraction_method_attempts_bool CHECK (
        success IN (0, 1) AND title_extracted IN (0, 1) AND author_extracted IN (0, 1)
        AND content_extracted IN (0, 1) AND publish_date_extracted IN (0, 1))
) STRICT;

CREATE INDEX ix_extraction_method_attempts_method ON extraction_method_attempts (operation_id, method);
CREATE INDEX ix_extraction_method_attempts_window ON extraction_method_attempts (occurred_at, host, method);
