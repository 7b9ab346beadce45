/**
 * How a pattern is scored, which of two measurements stays, and how a backfill counts. Plain Java: values in,
 * outcomes out, no clock and no store. JSON comes in as {@code Map}, {@code List}, {@code String}, {@code Number},
 * {@code Boolean} and null.
 */
@NullMarked
package dev.onerow.quality.domain;

import org.jspecify.annotations.NullMarked;
