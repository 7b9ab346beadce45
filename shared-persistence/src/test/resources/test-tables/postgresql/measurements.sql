CREATE TABLE measurements (
    id uuid PRIMARY KEY,
    station text COLLATE "C" NOT NULL,
    taken_at timestamptz NOT NULL,
    checked_at timestamptz,
    day date NOT NULL,
    valid boolean NOT NULL,
    quality text NOT NULL,
    details jsonb NOT NULL,
    remarks jsonb,
    amount bigint NOT NULL
);
