-- How often a host answered with an error status: one counter per host and status, kept beside the facts it counts.
CREATE TABLE http_error_summary (
    id INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    status_code INTEGER NOT NULL,
    error_type TEXT NOT NULL,
    count INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT uq_http_error_summary_host_status UNIQUE (host, status_code),
    CONSTRAINT ck_http_error_summary_count CHECK (count >= 1)
) STRICT;

CREATE INDEX ix_http_error_summary_status_code ON http_error_summary (status_code);
CREATE INDEX ix_http_error_summary_last_seen ON http_error_summary (last_seen);
CREATE INDEX ix_http_error_summary_most_frequent ON http_error_summary (count DESC, last_seen DESC, host, status_code);
