-- Which hosts are paused, since when and why; a host without a row is active.
CREATE TABLE sites (
    host TEXT NOT NULL,
    status TEXT NOT NULL,
    paused_at TEXT,
    paused_reason TEXT,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT pk_sites PRIMARY KEY (host),
    CONSTRAINT ck_sites_status CHECK (
        (status = 'active' AND paused_at IS NULL AND paused_reason IS NULL)
        OR (status = 'paused' AND paused_at IS NOT NULL AND paused_reason IS NOT NULL))
) STRICT;

CREATE INDEX ix_sites_paused_at ON sites (paused_at DESC, host);
