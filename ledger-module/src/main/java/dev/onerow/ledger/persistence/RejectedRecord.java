package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.MappedEntity;

/** A record that made no transaction. */
@MappedEntity
record RejectedRecord(String importBatchId, int line, String problem) {}
