-- One category for a transaction in a ledger, whoever gave it.
CREATE TABLE transaction_category_mappings (
    id TEXT NOT NULL PRIMARY KEY,
    transaction_id TEXT NOT NULL,
    ledger_id TEXT NOT NULL,
    category_id TEXT NOT NULL,
    tags TEXT NOT NULL DEFAULT '[]',
    assigned_by TEXT NOT NULL,
    assigned_at TEXT NOT NULL,
    rule_id TEXT,
    rule_version INTEGER,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT fk_mappings_transaction FOREIGN KEY (transaction_id) REFERENCES transactions (id) ON DELETE CASCADE,
    CONSTRAINT fk_mappings_ledger FOREIGN KEY (ledger_id) REFERENCES ledgers (id) ON DELETE CASCADE,
    CONSTRAINT fk_mappings_category FOREIGN KEY (category_id) REFERENCES categories (id) ON DELETE NO ACTION,
    CONSTRAINT fk_mappings_rule FOREIGN KEY (rule_id) REFERENCES category_rules (id) ON DELETE SET NULL,
    CONSTRAINT transaction_category_mappings_unique UNIQUE (transaction_id, ledger_id),
    CONSTRAINT ck_transaction_category_mappings_assigned_by_word CHECK (assigned_by IN ('manual', 'auto')),
    CONSTRAINT ck_transaction_category_mappings_id_form CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^-A-Za-z0-9._:]*'),
    CONSTRAINT ck_transaction_category_mappings_tags CHECK (json_valid(tags))
) STRICT;

CREATE INDEX ix_mappings_ledger ON transaction_category_mappings (ledger_id, transaction_id);
CREATE INDEX ix_mappings_category ON transaction_category_mappings (category_id);
CREATE INDEX ix_mappings_rule ON transaction_category_mappings (rule_id);
