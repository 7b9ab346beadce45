-- Jobs that score whole collections. A row is the job's memory: who has it, how far it is, what it counted.
CREATE TABLE backfills (
    id uuid PRIMARY KEY,
    source text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    params jsonb NOT NULL,
    checkpoint jsonb,
    seen bigint NOT NULL DEFAULT 0,
    scored bigint NOT NULL DEFAULT 0,
    unchanged bigint NOT NULL DEFAULT 0,
    skipped bigint NOT NULL DEFAULT 0,
    failed bigint NOT NULL DEFAULT 0,
    problems jsonb,
    problem_count bigint NOT NULL DEFAULT 0,
    lease_until timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    row_version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT ck_backfills_state CHECK (
        state IN ('queued', 'running', 'completed', 'completed_with_failures', 'failed', 'cancelled')),
    CONSTRAINT ck_backfills_seen CHECK (seen >= 0),
    CONSTRAINT ck_backfills_scored CHECK (scored >= 0),
    CONSTRAINT ck_backfills_unchanged CHECK (unchanged >= 0),
    CONSTRAINT ck_backfills_skipped CHECK (skipped >= 0),
    CONSTRAINT ck_backfills_failed CHECK (failed >= 0),
    CONSTRAINT ck_backfills_problem_count CHECK (problem_count >= 0),
    CONSTRAINT ck_backfills_counts CHECK (seen = scored + unchanged + skipped + failed)
);

CREATE INDEX ix_backfills_latest ON backfills (created_at DESC, id);
CREATE INDEX ix_backfills_state ON backfills (state, created_at);
