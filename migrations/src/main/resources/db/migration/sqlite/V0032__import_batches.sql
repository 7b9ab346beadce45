-- A file is found again by its bytes, and read again only by a profile that reads it differently.
CREATE TABLE import_batches (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL,
    account_type TEXT NOT NULL,
    format TEXT NOT NULL,
    source_file_name TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    profile_key TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    received INTEGER NOT NULL,
    created INTEGER NOT NULL,
    already_present INTEGER NOT NULL,
    matched INTEGER NOT NULL,
    rejected_count INTEGER NOT NULL,
    date_range_start TEXT,
    date_range_end TEXT,
    statement_balance INTEGER,
    statement_balance_date TEXT,
    metadata TEXT NOT NULL DEFAULT '{}',
    created_at TEXT NOT NULL,
    CONSTRAINT fk_import_batches_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    CONSTRAINT import_batches_content_unique UNIQUE (account_id, content_sha256, profile_key),
    CONSTRAINT ck_import_batches_format_word CHECK (format IN ('ofx', 'csv')),
    CONSTRAINT ck_import_batches_counts CHECK (received = created + already_present + matched + rejected_count),
    CONSTRAINT ck_import_batches_id_form CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^-A-Za-z0-9._:]*'),
    CONSTRAINT ck_import_batches_date_range_start CHECK (date_range_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CONSTRAINT ck_import_batches_date_range_end CHECK (date_range_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CONSTRAINT ck_import_batches_statement_balance_date CHECK (statement_balance_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CONSTRAINT ck_import_batches_metadata CHECK (json_valid(metadata))
) STRICT;

CREATE INDEX ix_import_batches_imported_at ON import_batches (imported_at, id);
CREATE INDEX ix_import_batches_balance ON import_batches (account_id, statement_balance_date);
