-- The parent is checked at the end of the transaction, because rows are written in the order of their keys.
CREATE TABLE categories (
    id TEXT NOT NULL PRIMARY KEY,
    template_id TEXT NOT NULL,
    parent_id TEXT,
    name TEXT NOT NULL,
    flow TEXT,
    color TEXT,
    icon TEXT,
    position INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT fk_categories_template FOREIGN KEY (template_id) REFERENCES category_templates (id) ON DELETE CASCADE,
    CONSTRAINT fk_categories_parent FOREIGN KEY (parent_id) REFERENCES categories (id) ON DELETE NO ACTION
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_categories_flow_word CHECK (flow IN ('flow_in', 'flow_out', 'neutral')),
    CONSTRAINT ck_categories_id_form CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^-A-Za-z0-9._:]*')
) STRICT;

CREATE INDEX ix_categories_template ON categories (template_id);
CREATE INDEX ix_categories_parent ON categories (parent_id);
