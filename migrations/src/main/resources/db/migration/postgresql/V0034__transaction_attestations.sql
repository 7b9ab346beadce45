-- A raw row vouches for a transaction: an import taken back takes only what no other row vouches for.
CREATE TABLE transaction_attestations (
    raw_transaction_id text COLLATE "C" NOT NULL PRIMARY KEY,
    transaction_id text COLLATE "C" NOT NULL,
    import_batch_id text COLLATE "C" NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    external_id text COLLATE "C",
    date date NOT NULL,
    amount bigint NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT fk_transaction_attestations_raw FOREIGN KEY (raw_transaction_id) REFERENCES raw_transactions (id) ON DELETE CASCADE,
    CONSTRAINT fk_transaction_attestations_transaction FOREIGN KEY (transaction_id) REFERENCES transactions (id) ON DELETE CASCADE,
    CONSTRAINT fk_transaction_attestations_batch FOREIGN KEY (import_batch_id) REFERENCES import_batches (id) ON DELETE CASCADE,
    CONSTRAINT ck_transaction_attestations_raw_transaction_id_form CHECK (raw_transaction_id ~ '^[A-Za-z0-9._:-]{1,64}$')
);

CREATE INDEX ix_transaction_attestations_transaction ON transaction_attestations (transaction_id, import_batch_id);
CREATE INDEX ix_transaction_attestations_batch ON transaction_attestations (import_batch_id);
CREATE INDEX ix_transaction_attestations_fingerprint ON transaction_attestations (account_id, fingerprint);
CREATE INDEX ix_transaction_attestations_external_id ON transaction_attestations (account_id, external_id, date, amount);
