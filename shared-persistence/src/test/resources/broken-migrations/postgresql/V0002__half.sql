-- A migration that fails half way.
CREATE TABLE half (id INTEGER PRIMARY KEY);
INSERT INTO fine VALUES (1);
INSERT INTO fine VALUES (1);
