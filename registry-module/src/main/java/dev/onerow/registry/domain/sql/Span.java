package dev.onerow.registry.domain.sql;

/** A part of a text, in UTF-16 units; {@code end} is exclusive. */
record Span(int start, int end) {}
