CREATE TABLE counters (
    name TEXT PRIMARY KEY NOT NULL,
    amount INTEGER NOT NULL,
    CONSTRAINT ck_counters_amount CHECK (amount >= 0)
) STRICT;

CREATE TABLE counter_notes (
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    CONSTRAINT uq_counter_notes UNIQUE (name, number),
    CONSTRAINT fk_counter_notes_name FOREIGN KEY (name) REFERENCES counters (name)
) STRICT;
