-- Which rule owns which view, and what the view was built from.
CREATE TABLE views_registry (
    id INTEGER PRIMARY KEY,
    rule_id INTEGER,
    table_name TEXT NOT NULL,
    summary TEXT,
    definition TEXT,
    sql_hash TEXT,
    rule_sql_version INTEGER,
    definition_hash TEXT NOT NULL,
    server_version_num INTEGER,
    columns TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT views_registry_table_name_key UNIQUE (table_name),
    CONSTRAINT fk_views_registry_rule_id FOREIGN KEY (rule_id) REFERENCES rules (id) ON DELETE SET NULL,
    CONSTRAINT ck_views_registry_table_name CHECK (length(table_name) BETWEEN 1 AND 63),
    CONSTRAINT ck_views_registry_columns CHECK (json_valid(columns))
) STRICT;

CREATE INDEX ix_views_registry_rule_id ON views_registry (rule_id);
CREATE INDEX ix_views_registry_updated_at_id ON views_registry (updated_at, id);
