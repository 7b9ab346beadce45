-- Every record of a file is kept as it stood there, also the rejected ones: identity, undo and explanation need them.
CREATE TABLE raw_transactions (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL,
    account_type TEXT NOT NULL,
    import_batch_id TEXT NOT NULL,
    row_number INTEGER NOT NULL,
    line INTEGER NOT NULL,
    source_file_name TEXT NOT NULL,
    extracted_at TEXT NOT NULL,
    raw_data TEXT NOT NULL,
    parsed_data TEXT NOT NULL,
    fingerprint TEXT,
    outcome TEXT NOT NULL,
    problem TEXT,
    is_processed INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT fk_raw_transactions_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    CONSTRAINT fk_raw_transactions_batch FOREIGN KEY (import_batch_id) REFERENCES import_batches (id) ON DELETE CASCADE,
    CONSTRAINT raw_transactions_row_unique UNIQUE (import_batch_id, row_number),
    CONSTRAINT ck_raw_transactions_outcome_word CHECK (outcome IN ('created', 'already_present', 'matched', 'rejected')),
    CONSTRAINT ck_raw_transactions_id_form CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^-A-Za-z0-9._:]*'),
    CONSTRAINT ck_raw_transactions_parsed_data CHECK (json_valid(parsed_data)),
    CONSTRAINT ck_raw_transactions_is_processed CHECK (is_processed IN (0, 1))
) STRICT;

CREATE INDEX ix_raw_transactions_account_fingerprint ON raw_transactions (account_id, fingerprint);
