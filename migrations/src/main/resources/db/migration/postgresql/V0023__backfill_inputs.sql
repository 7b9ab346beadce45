-- The lines of an uploaded file, until the backfill that reads them has ended: a file would be lost with its machine.
CREATE TABLE backfill_inputs (
    backfill_id uuid NOT NULL,
    line_no bigint NOT NULL,
    payload text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_backfill_inputs PRIMARY KEY (backfill_id, line_no),
    CONSTRAINT fk_backfill_inputs_backfill FOREIGN KEY (backfill_id) REFERENCES backfills (id) ON DELETE CASCADE
);
