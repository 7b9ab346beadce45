-- Planted: nor is it here, where the table is altered.
ALTER TABLE alarm ADD FOREIGN KEY (station) REFERENCES station (code) ON DELETE CASCADE;
