-- Rows of older databases that are in no table as they were, so that nothing of them is lost.
CREATE TABLE adopted_rows (
    source TEXT NOT NULL,
    table_name TEXT NOT NULL,
    source_key TEXT NOT NULL,
    row TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT pk_adopted_rows PRIMARY KEY (source, table_name, source_key),
    CONSTRAINT ck_adopted_rows_reason CHECK (reason IN (
        'merged', 'older', 'null-key', 'invalid-key', 'invalid-value', 'not-an-error', 'no-such-view', 'unknown-column')),
    CONSTRAINT ck_adopted_rows_row CHECK (json_valid(row))
) STRICT;
