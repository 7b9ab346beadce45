/**
 * Telemetry owns what happened while extracting: extractions, counters of errors and content types, their statistics, and
 * the sites they belong to.
 */
@NullMarked
package dev.onerow.telemetry;

import org.jspecify.annotations.NullMarked;
