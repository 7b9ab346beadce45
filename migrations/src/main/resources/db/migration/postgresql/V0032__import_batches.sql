-- A file is found again by its bytes, and read again only by a profile that reads it differently.
CREATE TABLE import_batches (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    account_id text COLLATE "C" NOT NULL,
    account_type text COLLATE "C" NOT NULL,
    format text COLLATE "C" NOT NULL,
    source_file_name text NOT NULL,
    content_sha256 text COLLATE "C" NOT NULL,
    profile_key text COLLATE "C" NOT NULL,
    imported_at timestamptz NOT NULL,
    received integer NOT NULL,
    created integer NOT NULL,
    already_present integer NOT NULL,
    matched integer NOT NULL,
    rejected_count integer NOT NULL,
    date_range_start date,
    date_range_end date,
    statement_balance bigint,
    statement_balance_date date,
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    CONSTRAINT fk_import_batches_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    CONSTRAINT import_batches_content_unique UNIQUE (account_id, content_sha256, profile_key),
    CONSTRAINT ck_import_batches_format_word CHECK (format IN ('ofx', 'csv')),
    CONSTRAINT ck_import_batches_counts CHECK (received = created + already_present + matched + rejected_count),
    CONSTRAINT ck_import_batches_id_form CHECK (id ~ '^[A-Za-z0-9._:-]{1,64}$')
);

CREATE INDEX ix_import_batches_imported_at ON import_batches (imported_at, id);
CREATE INDEX ix_import_batches_balance ON import_batches (account_id, statement_balance_date);
