package dev.onerow.registry.domain;

/** A rule and the row it is stored in. */
public record StoredRule(long id, Rule rule, RowVersion row) {}
