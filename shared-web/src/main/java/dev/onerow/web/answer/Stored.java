package dev.onerow.web.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.onerow.persistence.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The answer to an upsert: the row as it is shown, with the member {@code outcome} behind its own, all in one object. The
 * row's class is {@code @Serdeable}.
 *
 * @param row the view of the stored row
 * @param outcome what became of the request
 */
public record Stored<T>(
        // The annotations are for OpenAPI; StoredSerializer does what they say.
        @JsonUnwrapped T row,

        @Schema(
                implementation = String.class,
                allowableValues = {"inserted", "updated", "unchanged", "stale"})
        Outcome outcome) {}
