-- Accounts are kept in place: an upsert never deletes one, because its transactions go with it.
CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    institution TEXT NOT NULL,
    type TEXT NOT NULL,
    currency_code TEXT NOT NULL DEFAULT 'USD',
    initial_balance INTEGER NOT NULL DEFAULT 0,
    credit_limit INTEGER,
    interest_rate TEXT,
    external_ids_stable INTEGER NOT NULL DEFAULT 1,
    account_number_hash TEXT,
    last4 TEXT,
    metadata TEXT NOT NULL DEFAULT '{}',
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT ck_accounts_type_word CHECK (type IN ('deposit', 'savings', 'credit_card', 'loan', 'brokerage', 'wallet', 'payment_gate')),
    CONSTRAINT ck_accounts_currency_code CHECK (length(currency_code) = 3),
    CONSTRAINT ck_accounts_id_form CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^-A-Za-z0-9._:]*'),
    CONSTRAINT ck_accounts_external_ids_stable CHECK (external_ids_stable IN (0, 1)),
    CONSTRAINT ck_accounts_metadata CHECK (json_valid(metadata))
) STRICT;

CREATE INDEX ix_accounts_type ON accounts (type);
