package dev.onerow.registry.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The view of an executed rule on the wire.
 *
 * @param rowCount null when counting took too long
 */
@Serdeable
record ExecutedViewAnswer(
        @JsonUnwrapped ViewAnswer view, @Nullable Long rowCount, String outcome) {}
