-- A template is saved with its parts: the hash over all of them moves its version.
CREATE TABLE category_templates (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    name text NOT NULL,
    description text,
    is_system boolean NOT NULL DEFAULT false,
    content_hash text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT ck_category_templates_id_form CHECK (id ~ '^[A-Za-z0-9._:-]{1,64}$')
);
