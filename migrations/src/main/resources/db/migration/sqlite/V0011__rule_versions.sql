-- Every state that the SQL and the logic of a rule have had; nothing is ever changed here.
CREATE TABLE rule_versions (
    id INTEGER PRIMARY KEY,
    rule_id INTEGER NOT NULL,
    sql_version INTEGER NOT NULL,
    sql TEXT NOT NULL,
    logic TEXT,
    sql_hash TEXT NOT NULL,
    request_id TEXT,
    created_at TEXT NOT NULL,
    CONSTRAINT uq_rule_versions_rule_id_sql_version UNIQUE (rule_id, sql_version),
    CONSTRAINT fk_rule_versions_rule_id FOREIGN KEY (rule_id) REFERENCES rules (id) ON DELETE CASCADE
) STRICT;
