CREATE TABLE measurements (
    id TEXT PRIMARY KEY NOT NULL,
    station TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    checked_at TEXT,
    day TEXT NOT NULL,
    valid INTEGER NOT NULL CHECK (valid IN (0, 1)),
    quality TEXT NOT NULL,
    details TEXT NOT NULL CHECK (json_valid(details)),
    remarks TEXT CHECK (json_valid(remarks)),
    amount INTEGER NOT NULL
) STRICT;
