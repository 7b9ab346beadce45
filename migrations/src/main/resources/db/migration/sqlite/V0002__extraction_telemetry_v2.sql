-- One row for each extraction of an article, however often it is reported; the key makes a replay harmless.
CREATE TABLE extraction_telemetry_v2 (
    id INTEGER PRIMARY KEY,
    operation_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    url TEXT NOT NULL,
    publisher TEXT,
    host TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    start_time TEXT NOT NULL,
    end_time TEXT,
    occurred_at TEXT NOT NULL,
    total_duration_ms REAL,
    http_status_code INTEGER,
    http_error_type TEXT,
    reported_http_error_type TEXT,
    response_time_ms REAL,
    response_size_bytes INTEGER,
    content_length INTEGER,
    methods_attempted TEXT NOT NULL,
    successful_method TEXT,
    method_timings TEXT NOT NULL,
    method_success TEXT NOT NULL,
    method_errors TEXT NOT NULL,
    field_extraction TEXT NOT NULL,
    extracted_fields TEXT NOT NULL,
    final_field_attribution TEXT NOT NULL,
    alternative_extractions TEXT NOT NULL,
    is_success INTEGER NOT NULL,
    is_complete INTEGER NOT NULL,
    error_message TEXT,
    error_type TEXT,
    proxy_used INTEGER,
    proxy_url TEXT,
    proxy_authenticated INTEGER,
    proxy_status INTEGER,
    proxy_error TEXT,
    content_hash TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT uq_extraction_telemetry_v2_operation_id UNIQUE (operation_id),
    CONSTRAINT ck_extraction_telemetry_v2_operation_id
        CHECK (length(operation_id) BETWEEN 1 AND 200 AND operation_id NOT GLOB '*[^!-~]*'),
    CONSTRAINT ck_extraction_telemetry_v2_revision CHECK (revision >= 0),
    CONSTRAINT ck_extraction_telemetry_v2_end_time CHECK (end_time >= start_time),
    CONSTRAINT ck_extraction_telemetry_v2_total_duration_ms CHECK (total_duration_ms >= 0 AND total_duration_ms < 9e999),
    CONSTRAINT ck_extraction_telemetry_v2_http_status_code
        CHECK (http_status_code = 0 OR http_status_code BETWEEN 100 AND 999),
    CONSTRAINT ck_extraction_telemetry_v2_response_time_ms CHECK (response_time_ms >= 0 AND response_time_ms < 9e999),
    CONSTRAINT ck_extraction_telemetry_v2_response_size_bytes CHECK (response_size_bytes >= 0),
    CONSTRAINT ck_extraction_telemetry_v2_content_length CHECK (content_length >= 0),
    CONSTRAINT ck_extraction_telemetry_v2_proxy_status CHECK (proxy_status BETWEEN 0 AND 3),
    CONSTRAINT ck_extraction_telemetry_v2_bool CHECK (
        is_success IN (0, 1) AND is_complete IN (0, 1) AND proxy_used IN (0, 1) AND proxy_authenticated IN (0, 1)),
    CONSTRAINT ck_extraction_telemetry_v2_json CHECK (
        json_valid(methods_attempted) AND json_valid(method_timings) AND json_valid(method_success)
        AND json_valid(method_errors) AND json_valid(field_extraction) AND json_valid(extracted_fields)
        AND json_valid(final_field_attribution) AND json_valid(alternative_extractions))
) STRICT;

CREATE INDEX ix_extraction_telemetry_v2_article_id ON extraction_telemetry_v2 (article_id);
CREATE INDEX ix_extraction_telemetry_v2_url ON extraction_telemetry_v2 (url);
CREATE INDEX ix_extraction_telemetry_v2_publisher ON extraction_telemetry_v2 (publisher);
CREATE INDEX ix_extraction_telemetry_v2_successful_method ON extraction_telemetry_v2 (successful_method);
CREATE INDEX ix_extraction_telemetry_v2_is_success ON extraction_telemetry_v2 (is_success);
CREATE INDEX ix_extraction_telemetry_v2_newest ON extraction_telemetry_v2 (occurred_at, id);
CREATE INDEX ix_extraction_telemetry_v2_counted ON extraction_telemetry_v2 (host, http_status_code, occurred_at);
