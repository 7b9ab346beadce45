/** The use cases of telemetry, on both databases. */
@NullMarked
package dev.onerow.telemetry.application;

import org.jspecify.annotations.NullMarked;
