CREATE TABLE law_rows (
    id INTEGER PRIMARY KEY,
    place TEXT NOT NULL,
    number INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    word TEXT,
    moment TEXT,
    level REAL,
    details TEXT,
    open INTEGER,
    token TEXT,
    day TEXT,
    price TEXT,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (number, place)
) STRICT;
CREATE TABLE law_children (
    id INTEGER PRIMARY KEY,
    parent_id INTEGER NOT NULL REFERENCES law_rows (id) ON DELETE CASCADE
) STRICT;
