-- Planted: COPY knows no conflict.
COPY station FROM '/tmp/stations.csv';
