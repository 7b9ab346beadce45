-- Which hosts are paused, since when and why; a host without a row is active.
CREATE TABLE sites (
    host text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    paused_at timestamptz,
    paused_reason text COLLATE "C",
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pk_sites PRIMARY KEY (host),
    CONSTRAINT ck_sites_status CHECK (
        (status = 'active' AND paused_at IS NULL AND paused_reason IS NULL)
        OR (status = 'paused' AND paused_at IS NOT NULL AND paused_reason IS NOT NULL))
);

CREATE INDEX ix_sites_paused_at ON sites (paused_at DESC, host);
