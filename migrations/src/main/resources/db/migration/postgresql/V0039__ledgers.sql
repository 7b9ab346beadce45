-- A ledger is a saved view: it owns its mappings, and no transaction.
CREATE TABLE ledgers (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    name text NOT NULL,
    type text COLLATE "C" NOT NULL DEFAULT 'custom',
    category_template_id text COLLATE "C",
    rules jsonb NOT NULL DEFAULT '{"include_all":true}',
    track_balances boolean NOT NULL DEFAULT true,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT fk_ledgers_template FOREIGN KEY (category_template_id) REFERENCES category_templates (id) ON DELETE NO ACTION,
    CONSTRAINT ck_ledgers_type_word CHECK (type IN ('core', 'lifestyle', 'investment', 'travel', 'custom')),
    CONSTRAINT ck_ledgers_id_form CHECK (id ~ '^[A-Za-z0-9._:-]{1,64}$')
);

CREATE INDEX ix_ledgers_template ON ledgers (category_template_id);
