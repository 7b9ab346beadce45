-- A migration that works.
CREATE TABLE fine (id INTEGER PRIMARY KEY);
