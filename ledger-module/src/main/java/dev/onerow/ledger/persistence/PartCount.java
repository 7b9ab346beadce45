package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.MappedEntity;

/** How many categories and rules a template has. */
@MappedEntity
record PartCount(String templateId, long count) {}
