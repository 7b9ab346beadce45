/** The use cases of telemetry: one class each, and the transaction is here. */
@NullMarked
package dev.onerow.telemetry.application;

import org.jspecify.annotations.NullMarked;
