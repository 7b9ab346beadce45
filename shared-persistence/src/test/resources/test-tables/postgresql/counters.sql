CREATE TABLE counters (
    name text COLLATE "C" PRIMARY KEY,
    amount bigint NOT NULL,
    CONSTRAINT ck_counters_amount CHECK (amount >= 0)
);

CREATE TABLE counter_notes (
    name text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT uq_counter_notes UNIQUE (name, number),
    CONSTRAINT fk_counter_notes_name FOREIGN KEY (name) REFERENCES counters (name)
);
