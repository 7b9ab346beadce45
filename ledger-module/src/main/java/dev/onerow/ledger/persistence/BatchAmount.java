package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.MappedEntity;

/** An import with a number. */
@MappedEntity
record BatchAmount(String batchId, long amount) {}
