-- Counts that came from an older database and have no facts here; an audit adds them to what the facts say.
CREATE TABLE http_error_baseline (
    source TEXT NOT NULL,
    host TEXT NOT NULL,
    status_code INTEGER NOT NULL,
    error_type TEXT NOT NULL,
    count INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT pk_http_error_baseline PRIMARY KEY (source, host, status_code),
    CONSTRAINT ck_http_error_baseline_count CHECK (count >= 1)
) STRICT;

CREATE INDEX ix_http_error_baseline_host_status ON http_error_baseline (host, status_code);
