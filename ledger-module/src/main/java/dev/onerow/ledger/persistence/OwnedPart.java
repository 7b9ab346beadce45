package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.MappedEntity;

/** A part of a template, and the template. */
@MappedEntity
record OwnedPart(String id, String templateId) {}
