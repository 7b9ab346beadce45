-- Planted: the other folder has no such version.
SELECT 1;
