package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.MappedEntity;

/** Transactions of one account, month and flow together. */
@MappedEntity
record CellRow(String accountId, int year, int month, String flow, long count, long amount) {}
