package dev.onerow.rules.planted.billing.domain;

/** Honest: a value. */
public record Bill(long cents) {}
