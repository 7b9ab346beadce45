-- True twins differ in their occurrence number alone, which makes the second key. The first two indexes are in the order of lists.
CREATE TABLE transactions (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL,
    date TEXT NOT NULL,
    booking_time TEXT NOT NULL DEFAULT '00:00:00',
    amount INTEGER NOT NULL,
    merchant TEXT,
    notes TEXT,
    balance INTEGER,
    sequence_number INTEGER NOT NULL,
    flow TEXT NOT NULL,
    is_neutral INTEGER NOT NULL DEFAULT 0,
    external_id TEXT,
    fingerprint TEXT NOT NULL,
    occurrence_number INTEGER NOT NULL,
    origin TEXT NOT NULL,
    locked INTEGER NOT NULL DEFAULT 0,
    year INTEGER GENERATED ALWAYS AS (CAST(substr(date, 1, 4) AS INTEGER)) STORED,
    month INTEGER GENERATED ALWAYS AS (CAST(substr(date, 6, 2) AS INTEGER)) STORED,
    day INTEGER GENERATED ALWAYS AS (CAST(substr(date, 9, 2) AS INTEGER)) STORED,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT fk_transactions_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    CONSTRAINT transactions_fingerprint_occurrence_unique UNIQUE (account_id, fingerprint, occurrence_number),
    CONSTRAINT ck_transactions_amount CHECK (amount <> 0),
    CONSTRAINT ck_transactions_sequence_number CHECK (sequence_number >= 0),
    CONSTRAINT ck_transactions_occurrence_number CHECK (occurrence_number >= 1),
    CONSTRAINT ck_transactions_flow_word CHECK (flow IN ('flow_in', 'flow_out', 'neutral')),
    CONSTRAINT ck_transactions_origin_word CHECK (origin IN ('import', 'manual')),
    CONSTRAINT ck_transactions_id_form CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^-A-Za-z0-9._:]*'),
    CONSTRAINT ck_transactions_date CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CONSTRAINT ck_transactions_is_neutral CHECK (is_neutral IN (0, 1)),
    CONSTRAINT ck_transactions_locked CHECK (locked IN (0, 1))
) STRICT;

CREATE INDEX ix_transactions_date ON transactions (date DESC, booking_time DESC, sequence_number, id);
CREATE INDEX ix_transactions_account_date ON transactions (account_id, date DESC, booking_time DESC, sequence_number, id);
CREATE INDEX ix_transactions_account_month ON transactions (account_id, year, month);
CREATE INDEX ix_transactions_month ON transactions (year, month);
CREATE INDEX ix_transactions_flow ON transactions (flow);
CREATE INDEX ix_transactions_account_external_id ON transactions (account_id, external_id);
