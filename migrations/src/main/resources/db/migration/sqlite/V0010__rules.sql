-- A named SELECT with a code by which it is found again.
-- Without AUTOINCREMENT a rule would get the id of the one deleted before it.
CREATE TABLE rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule_code TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    logic TEXT,
    sql TEXT NOT NULL,
    sql_hash TEXT NOT NULL,
    sql_version INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT uq_rules_rule_code UNIQUE (rule_code),
    CONSTRAINT ck_rules_rule_code CHECK (length(rule_code) BETWEEN 1 AND 128),
    CONSTRAINT ck_rules_sql CHECK (sql <> ''),
    CONSTRAINT ck_rules_sql_hash CHECK (length(sql_hash) = 64),
    CONSTRAINT ck_rules_sql_version CHECK (sql_version >= 1)
) STRICT;

CREATE UNIQUE INDEX uq_rules_lower_rule_code ON rules (lower(rule_code));
CREATE INDEX ix_rules_updated_at_id ON rules (updated_at, id);
