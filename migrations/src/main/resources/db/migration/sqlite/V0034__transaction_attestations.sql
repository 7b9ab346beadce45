-- A raw row vouches for a transaction: an import taken back takes only what no other row vouches for.
CREATE TABLE transaction_attestations (
    raw_transaction_id TEXT NOT NULL PRIMARY KEY,
    transaction_id TEXT NOT NULL,
    import_batch_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    external_id TEXT,
    date TEXT NOT NULL,
    amount INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT fk_transaction_attestations_raw FOREIGN KEY (raw_transaction_id) REFERENCES raw_transactions (id) ON DELETE CASCADE,
    CONSTRAINT fk_transaction_attestations_transaction FOREIGN KEY (transaction_id) REFERENCES transactions (id) ON DELETE CASCADE,
    CONSTRAINT fk_transaction_attestations_batch FOREIGN KEY (import_batch_id) REFERENCES import_batches (id) ON DELETE CASCADE,
    CONSTRAINT ck_transaction_attestations_raw_transaction_id_form CHECK (length(raw_transaction_id) BETWEEN 1 AND 64 AND raw_transaction_id NOT GLOB '*[^-A-Za-z0-9._:]*'),
    CONSTRAINT ck_transaction_attestations_date CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE INDEX ix_transaction_attestations_transaction ON transaction_attestations (transaction_id, import_batch_id);
CREATE INDEX ix_transaction_attestations_batch ON transaction_attestations (import_batch_id);
CREATE INDEX ix_transaction_attestations_fingerprint ON transaction_attestations (account_id, fingerprint);
CREATE INDEX ix_transaction_attestations_external_id ON transaction_attestations (account_id, external_id, date, amount);
