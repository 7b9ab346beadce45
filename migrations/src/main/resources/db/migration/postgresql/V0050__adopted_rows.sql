-- Rows of older databases that are in no table as they were, so that nothing of them is lost.
CREATE TABLE adopted_rows (
    source text COLLATE "C" NOT NULL,
    table_name text COLLATE "C" NOT NULL,
    source_key text COLLATE "C" NOT NULL,
    row jsonb NOT NULL,
    reason text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_adopted_rows PRIMARY KEY (source, table_name, source_key),
    CONSTRAINT ck_adopted_rows_reason CHECK (reason IN (
        'merged', 'older', 'null-key', 'invalid-key', 'invalid-value', 'not-an-error', 'no-such-view', 'unknown-column'))
);
