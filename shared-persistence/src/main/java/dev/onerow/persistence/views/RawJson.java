package dev.onerow.persistence.views;

/**
 * A JSON value of a row, as the database wrote it: passed on, not looked at.
 *
 * @param text valid JSON
 */
public record RawJson(String text) {}
