package dev.onerow.web.answer;

import dev.onerow.persistence.Outcome;

/**
 * The answer to an upsert: the row as it is shown, with the member {@code outcome} behind its own. Needs no annotation of
 * its own; the row's class is {@code @Serdeable}.
 *
 * @param row the view of the stored row
 * @param outcome what became of the request
 */
public record Stored<T>(T row, Outcome outcome) {}
