-- Jobs that score whole collections. A row is the job's memory: who has it, how far it is, what it counted.
CREATE TABLE backfills (
    id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    state TEXT NOT NULL,
    params TEXT NOT NULL,
    checkpoint TEXT,
    seen INTEGER NOT NULL DEFAULT 0,
    scored INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    problems TEXT,
    problem_count INTEGER NOT NULL DEFAULT 0,
    lease_until TEXT,
    started_at TEXT,
    finished_at TEXT,
    row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT ck_backfills_state CHECK (
        state IN ('queued', 'running', 'completed', 'completed_with_failures', 'failed', 'cancelled')),
    CONSTRAINT ck_backfills_seen CHECK (seen >= 0),
    CONSTRAINT ck_backfills_scored CHECK (scored >= 0),
    CONSTRAINT ck_backfills_unchanged CHECK (unchanged >= 0),
    CONSTRAINT ck_backfills_skipped CHECK (skipped >= 0),
    CONSTRAINT ck_backfills_failed CHECK (failed >= 0),
    CONSTRAINT ck_backfills_problem_count CHECK (problem_count >= 0),
    CONSTRAINT ck_backfills_counts CHECK (seen = scored + unchanged + skipped + failed),
    CONSTRAINT ck_backfills_params CHECK (json_valid(params)),
    CONSTRAINT ck_backfills_checkpoint CHECK (json_valid(checkpoint)),
    CONSTRAINT ck_backfills_problems CHECK (json_valid(problems))
) STRICT;

CREATE INDEX ix_backfills_latest ON backfills (created_at DESC, id);
CREATE INDEX ix_backfills_state ON backfills (state, created_at);
