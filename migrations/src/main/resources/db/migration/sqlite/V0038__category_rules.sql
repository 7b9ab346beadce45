-- Rules are tried by priority, and by id where that is equal.
CREATE TABLE category_rules (
    id TEXT NOT NULL PRIMARY KEY,
    template_id TEXT NOT NULL,
    category_id TEXT NOT NULL,
    name TEXT,
    priority INTEGER NOT NULL DEFAULT 0,
    enabled INTEGER NOT NULL DEFAULT 1,
    conditions TEXT NOT NULL DEFAULT '{}',
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT fk_category_rules_template FOREIGN KEY (template_id) REFERENCES category_templates (id) ON DELETE CASCADE,
    CONSTRAINT fk_category_rules_category FOREIGN KEY (category_id) REFERENCES categories (id) ON DELETE NO ACTION,
    CONSTRAINT ck_category_rules_id_form CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^-A-Za-z0-9._:]*'),
    CONSTRAINT ck_category_rules_enabled CHECK (enabled IN (0, 1)),
    CONSTRAINT ck_category_rules_conditions CHECK (json_valid(conditions))
) STRICT;

CREATE INDEX ix_category_rules_order ON category_rules (template_id, priority DESC, id);
CREATE INDEX ix_category_rules_category ON category_rules (category_id);
