CREATE TABLE reading_counts (
    id INTEGER PRIMARY KEY,
    station TEXT NOT NULL,
    code INTEGER NOT NULL,
    label TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 1),
    first_seen TEXT,
    last_seen TEXT,
    note TEXT,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (code, station)
) STRICT;
CREATE TABLE reading_states (
    station TEXT NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL,
    details TEXT NOT NULL CHECK (json_valid(details)),
    level REAL,
    serial TEXT UNIQUE,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE TABLE reading_notes (
    id INTEGER PRIMARY KEY,
    station TEXT NOT NULL REFERENCES reading_states (station) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (station, position)
) STRICT;
CREATE TABLE reading_sites (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    part_of TEXT,
    height INTEGER NOT NULL CONSTRAINT ck_reading_sites_height CHECK (height < 9000),
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT fk_reading_sites_part_of FOREIGN KEY (part_of) REFERENCES reading_sites (name) DEFERRABLE INITIALLY DEFERRED
) STRICT;
