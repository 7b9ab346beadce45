package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.MappedEntity;

/** How much goes with something that is deleted. */
@MappedEntity
record ContentCounts(long importBatches, long rawTransactions, long transactions, long mappings, long manualMappings) {}
