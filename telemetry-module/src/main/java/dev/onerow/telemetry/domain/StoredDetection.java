package dev.onerow.telemetry.domain;

/** What was detected in an operation, as it is stored. */
public record StoredDetection(long id, OperationId operationId, Detection detection, RowVersion row) {}
