-- Planted: station is not listed as the owner of alarm.
CREATE TABLE alarm (
    id TEXT PRIMARY KEY,
    station TEXT REFERENCES station (code) ON DELETE CASCADE
);
