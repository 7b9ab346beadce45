-- A ledger is a saved view: it owns its mappings, and no transaction.
CREATE TABLE ledgers (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL DEFAULT 'custom',
    category_template_id TEXT,
    rules TEXT NOT NULL DEFAULT '{"include_all":true}',
    track_balances INTEGER NOT NULL DEFAULT 1,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT fk_ledgers_template FOREIGN KEY (category_template_id) REFERENCES category_templates (id) ON DELETE NO ACTION,
    CONSTRAINT ck_ledgers_type_word CHECK (type IN ('core', 'lifestyle', 'investment', 'travel', 'custom')),
    CONSTRAINT ck_ledgers_id_form CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^-A-Za-z0-9._:]*'),
    CONSTRAINT ck_ledgers_rules CHECK (json_valid(rules)),
    CONSTRAINT ck_ledgers_track_balances CHECK (track_balances IN (0, 1))
) STRICT;

CREATE INDEX ix_ledgers_template ON ledgers (category_template_id);
