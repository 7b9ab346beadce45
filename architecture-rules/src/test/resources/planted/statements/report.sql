-- Honest: it only reads. INSERT INTO station is a comment here.
SELECT code, name FROM station WHERE name <> 'UPDATE station SET name = 1';
