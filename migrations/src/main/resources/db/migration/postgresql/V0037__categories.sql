-- The parent is checked at the end of the transaction, because rows are written in the order of their keys.
CREATE TABLE categories (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    template_id text COLLATE "C" NOT NULL,
    parent_id text COLLATE "C",
    name text NOT NULL,
    flow text COLLATE "C",
    color text,
    icon text,
    position integer NOT NULL DEFAULT 0,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT fk_categories_template FOREIGN KEY (template_id) REFERENCES category_templates (id) ON DELETE CASCADE,
    CONSTRAINT fk_categories_parent FOREIGN KEY (parent_id) REFERENCES categories (id) ON DELETE NO ACTION
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_categories_flow_word CHECK (flow IN ('flow_in', 'flow_out', 'neutral')),
    CONSTRAINT ck_categories_id_form CHECK (id ~ '^[A-Za-z0-9._:-]{1,64}$')
);

CREATE INDEX ix_categories_template ON categories (template_id);
CREATE INDEX ix_categories_parent ON categories (parent_id);
