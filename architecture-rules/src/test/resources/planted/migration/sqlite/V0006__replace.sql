-- Planted: REPLACE deletes the old row.
REPLACE INTO station (code) VALUES ('A');
