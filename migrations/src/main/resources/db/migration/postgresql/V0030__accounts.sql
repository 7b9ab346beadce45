-- Accounts are kept in place: an upsert never deletes one, because its transactions go with it.
CREATE TABLE accounts (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    name text NOT NULL,
    institution text NOT NULL,
    type text COLLATE "C" NOT NULL,
    currency_code text COLLATE "C" NOT NULL DEFAULT 'USD',
    initial_balance bigint NOT NULL DEFAULT 0,
    credit_limit bigint,
    interest_rate text,
    external_ids_stable boolean NOT NULL DEFAULT true,
    account_number_hash text COLLATE "C",
    last4 text,
    metadata jsonb NOT NULL DEFAULT '{}',
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT ck_accounts_type_word CHECK (type IN ('deposit', 'savings', 'credit_card', 'loan', 'brokerage', 'wallet', 'payment_gate')),
    CONSTRAINT ck_accounts_currency_code CHECK (length(currency_code) = 3),
    CONSTRAINT ck_accounts_id_form CHECK (id ~ '^[A-Za-z0-9._:-]{1,64}$')
);

CREATE INDEX ix_accounts_type ON accounts (type);
