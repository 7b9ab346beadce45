-- What kind of content a page seemed to be when it was extracted: at most one opinion for each operation.
CREATE TABLE content_type_detection_telemetry (
    id INTEGER PRIMARY KEY,
    operation_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    url TEXT NOT NULL,
    publisher TEXT,
    host TEXT,
    status TEXT,
    confidence TEXT,
    confidence_score REAL,
    reason TEXT,
    evidence TEXT,
    version TEXT,
    detected_at TEXT NOT NULL,
    row_version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT uq_content_type_detection_telemetry_operation_id UNIQUE (operation_id),
    CONSTRAINT fk_content_type_detection_telemetry_operation_id
        FOREIGN KEY (operation_id) REFERENCES extraction_telemetry_v2 (operation_id) ON DELETE CASCADE,
    CONSTRAINT ck_content_type_detection_telemetry_confidence_score CHECK (confidence_score BETWEEN 0 AND 1),
    CONSTRAINT ck_content_type_detection_telemetry_evidence CHECK (json_valid(evidence))
) STRICT;

CREATE INDEX ix_content_type_detection_telemetry_article_id ON content_type_detection_telemetry (article_id);
CREATE INDEX ix_content_type_detection_telemetry_status ON content_type_detection_telemetry (status);
CREATE INDEX ix_content_type_detection_telemetry_newest ON content_type_detection_telemetry (detected_at, id);
