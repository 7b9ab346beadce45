-- One row says which ledger, or template, is the default: there cannot be two.
CREATE TABLE defaults (
    kind text COLLATE "C" NOT NULL PRIMARY KEY,
    target_id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT ck_defaults_kind_word CHECK (kind IN ('ledger', 'template'))
);
