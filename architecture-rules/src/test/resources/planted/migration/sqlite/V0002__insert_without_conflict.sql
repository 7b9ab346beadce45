-- Planted: fails, or doubles the row, wherever the key is there already.
INSERT INTO station (code, name)
SELECT code, 'ON CONFLICT' FROM old_station;
