-- Counts that came from an older database and have no facts here; an audit adds them to what the facts say.
CREATE TABLE http_error_baseline (
    source text COLLATE "C" NOT NULL,
    host text COLLATE "C" NOT NULL,
    status_code integer NOT NULL,
    error_type text COLLATE "C" NOT NULL,
    count bigint NOT NULL,
    first_seen timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_http_error_baseline PRIMARY KEY (source, host, status_code),
    CONSTRAINT ck_http_error_baseline_count CHECK (count >= 1)
);

CREATE INDEX ix_http_error_baseline_host_status ON http_error_baseline (host, status_code);
