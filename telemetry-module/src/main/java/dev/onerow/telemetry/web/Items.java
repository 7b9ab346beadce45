package dev.onerow.telemetry.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The rows of a statistic that has no rates. */
@Serdeable
record Items<T>(List<T> items) {}
