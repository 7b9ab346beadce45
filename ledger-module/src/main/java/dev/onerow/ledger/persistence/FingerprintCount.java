package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.MappedEntity;

/** A fingerprint with a number. */
@MappedEntity
record FingerprintCount(String fingerprint, int largest) {}
