-- Planted project: stations and what they measured.
CREATE TABLE station (
    code text PRIMARY KEY,
    name text
);
CREATE TABLE reading_of_station (
    id text PRIMARY KEY,
    station text REFERENCES station (code) ON DELETE CASCADE
);
INSERT INTO station (code) VALUES ('HONEST') ON CONFLICT (code) DO NOTHING;
INSERT INTO scratch (note) VALUES ('honest: not keyed');
UPDATE station SET name = 'honest: a migration may' WHERE name IS NULL;
