-- Long enough for a process to be killed in the middle of it.
CREATE TABLE numbers (number integer PRIMARY KEY, text text NOT NULL);
INSERT INTO numbers (number, text) SELECT number, 'the number ' || number FROM generate_series(1, 500000) AS number;
CREATE TABLE after_it (id integer PRIMARY KEY);
