-- Planted project: stations and what they measured.
CREATE TABLE station (
    code TEXT PRIMARY KEY,
    name TEXT
);
CREATE TABLE reading_of_station (
    id TEXT PRIMARY KEY,
    station TEXT REFERENCES station (code) ON DELETE CASCADE
);
INSERT INTO station (code) VALUES ('HONEST') ON CONFLICT (code) DO NOTHING;
INSERT INTO scratch (note) VALUES ('honest: not keyed');
UPDATE station SET name = 'honest: a migration may' WHERE name IS NULL;
