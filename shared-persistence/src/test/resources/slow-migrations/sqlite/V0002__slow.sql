-- Long enough for a process to be killed in the middle of it.
CREATE TABLE numbers (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
WITH RECURSIVE counted (number) AS (
    SELECT 1
    UNION ALL
    SELECT number + 1 FROM counted WHERE number < 800000
)
INSERT INTO numbers (number, text) SELECT number, 'the number ' || number FROM counted;
CREATE TABLE after_it (id INTEGER PRIMARY KEY);
