-- One category for a transaction in a ledger, whoever gave it.
CREATE TABLE transaction_category_mappings (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    transaction_id text COLLATE "C" NOT NULL,
    ledger_id text COLLATE "C" NOT NULL,
    category_id text COLLATE "C" NOT NULL,
    tags jsonb NOT NULL DEFAULT '[]',
    assigned_by text COLLATE "C" NOT NULL,
    assigned_at timestamptz NOT NULL,
    rule_id text COLLATE "C",
    rule_version bigint,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT fk_mappings_transaction FOREIGN KEY (transaction_id) REFERENCES transactions (id) ON DELETE CASCADE,
    CONSTRAINT fk_mappings_ledger FOREIGN KEY (ledger_id) REFERENCES ledgers (id) ON DELETE CASCADE,
    CONSTRAINT fk_mappings_category FOREIGN KEY (category_id) REFERENCES categories (id) ON DELETE NO ACTION,
    CONSTRAINT fk_mappings_rule FOREIGN KEY (rule_id) REFERENCES category_rules (id) ON DELETE SET NULL,
    CONSTRAINT transaction_category_mappings_unique UNIQUE (transaction_id, ledger_id),
    CONSTRAINT ck_transaction_category_mappings_assigned_by_word CHECK (assigned_by IN ('manual', 'auto')),
    CONSTRAINT ck_transaction_category_mappings_id_form CHECK (id ~ '^[A-Za-z0-9._:-]{1,64}$')
);

CREATE INDEX ix_mappings_ledger ON transaction_category_mappings (ledger_id, transaction_id);
CREATE INDEX ix_mappings_category ON transaction_category_mappings (category_id);
CREATE INDEX ix_mappings_rule ON transaction_category_mappings (rule_id);
