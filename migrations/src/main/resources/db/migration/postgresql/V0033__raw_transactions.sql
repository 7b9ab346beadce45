-- Every record of a file is kept as it stood there, also the rejected ones: identity, undo and explanation need them.
CREATE TABLE raw_transactions (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    account_id text COLLATE "C" NOT NULL,
    account_type text COLLATE "C" NOT NULL,
    import_batch_id text COLLATE "C" NOT NULL,
    row_number integer NOT NULL,
    line integer NOT NULL,
    source_file_name text NOT NULL,
    extracted_at timestamptz NOT NULL,
    raw_data text NOT NULL,
    parsed_data jsonb NOT NULL,
    fingerprint text COLLATE "C",
    outcome text COLLATE "C" NOT NULL,
    problem text,
    is_processed boolean NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT fk_raw_transactions_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    CONSTRAINT fk_raw_transactions_batch FOREIGN KEY (import_batch_id) REFERENCES import_batches (id) ON DELETE CASCADE,
    CONSTRAINT raw_transactions_row_unique UNIQUE (import_batch_id, row_number),
    CONSTRAINT ck_raw_transactions_outcome_word CHECK (outcome IN ('created', 'already_present', 'matched', 'rejected')),
    CONSTRAINT ck_raw_transactions_id_form CHECK (id ~ '^[A-Za-z0-9._:-]{1,64}$')
);

CREATE INDEX ix_raw_transactions_account_fingerprint ON raw_transactions (account_id, fingerprint);
