-- One row says which ledger, or template, is the default: there cannot be two.
CREATE TABLE defaults (
    kind TEXT NOT NULL PRIMARY KEY,
    target_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT ck_defaults_kind_word CHECK (kind IN ('ledger', 'template'))
) STRICT;
