package dev.onerow.quality.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;

/** A stored score with the signals behind it, as it is shown: the row, and one member more. */
@Serdeable
record ScoredPatternView(@JsonUnwrapped PatternScoreView score, SignalsView signals) {}
