-- Planted: a statement that somebody will load at run time.
SELECT code FROM station;
DELETE FROM station WHERE name IS NULL;
