package dev.onerow.telemetry.domain;

import org.jspecify.annotations.Nullable;

/** A later value of a field that was already filled, beside the one that it kept. */
public record Alternative(
        @Nullable String alternativeValue, @Nullable String currentValue, boolean valuesDiffer) {}
