-- Rules are tried by priority, and by id where that is equal.
CREATE TABLE category_rules (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    template_id text COLLATE "C" NOT NULL,
    category_id text COLLATE "C" NOT NULL,
    name text,
    priority integer NOT NULL DEFAULT 0,
    enabled boolean NOT NULL DEFAULT true,
    conditions jsonb NOT NULL DEFAULT '{}',
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT fk_category_rules_template FOREIGN KEY (template_id) REFERENCES category_templates (id) ON DELETE CASCADE,
    CONSTRAINT fk_category_rules_category FOREIGN KEY (category_id) REFERENCES categories (id) ON DELETE NO ACTION,
    CONSTRAINT ck_category_rules_id_form CHECK (id ~ '^[A-Za-z0-9._:-]{1,64}$')
);

CREATE INDEX ix_category_rules_order ON category_rules (template_id, priority DESC, id);
CREATE INDEX ix_category_rules_category ON category_rules (category_id);
