-- What lies where: one row for each article in each warehouse.
CREATE TABLE stock (
    id INTEGER PRIMARY KEY,
    sku TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    counted_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (sku, warehouse)
) STRICT;
