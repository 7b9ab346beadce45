/** The rules of telemetry as examples and as laws over generated values. */
@NullMarked
package dev.onerow.telemetry.domain;

import org.jspecify.annotations.NullMarked;
