package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.MappedEntity;

/** What a row stated as the balance after its transaction. */
@MappedEntity
record StatedInRow(String transactionId, String parsedData) {}
