-- True twins differ in their occurrence number alone, which makes the second key. The first two indexes are in the order of lists.
CREATE TABLE transactions (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    account_id text COLLATE "C" NOT NULL,
    date date NOT NULL,
    booking_time text COLLATE "C" NOT NULL DEFAULT '00:00:00',
    amount bigint NOT NULL,
    merchant text,
    notes text,
    balance bigint,
    sequence_number integer NOT NULL,
    flow text COLLATE "C" NOT NULL,
    is_neutral boolean NOT NULL DEFAULT false,
    external_id text COLLATE "C",
    fingerprint text COLLATE "C" NOT NULL,
    occurrence_number integer NOT NULL,
    origin text COLLATE "C" NOT NULL,
    locked boolean NOT NULL DEFAULT false,
    year integer GENERATED ALWAYS AS (EXTRACT(YEAR FROM date)::integer) STORED,
    month integer GENERATED ALWAYS AS (EXTRACT(MONTH FROM date)::integer) STORED,
    day integer GENERATED ALWAYS AS (EXTRACT(DAY FROM date)::integer) STORED,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT fk_transactions_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    CONSTRAINT transactions_fingerprint_occurrence_unique UNIQUE (account_id, fingerprint, occurrence_number),
    CONSTRAINT ck_transactions_amount CHECK (amount <> 0),
    CONSTRAINT ck_transactions_sequence_number CHECK (sequence_number >= 0),
    CONSTRAINT ck_transactions_occurrence_number CHECK (occurrence_number >= 1),
    CONSTRAINT ck_transactions_flow_word CHECK (flow IN ('flow_in', 'flow_out', 'neutral')),
    CONSTRAINT ck_transactions_origin_word CHECK (origin IN ('import', 'manual')),
    CONSTRAINT ck_transactions_id_form CHECK (id ~ '^[A-Za-z0-9._:-]{1,64}$')
);

CREATE INDEX ix_transactions_date ON transactions (date DESC, booking_time DESC, sequence_number, id);
CREATE INDEX ix_transactions_account_date ON transactions (account_id, date DESC, booking_time DESC, sequence_number, id);
CREATE INDEX ix_transactions_account_month ON transactions (account_id, year, month);
CREATE INDEX ix_transactions_month ON transactions (year, month);
CREATE INDEX ix_transactions_flow ON transactions (flow);
CREATE INDEX ix_transactions_account_external_id ON transactions (account_id, external_id);
