/**
 * The rules of telemetry in plain Java: what a report means, what of it is stored, what a fact does to the counters, when
 * a site is paused. Everything here is a pure function of its arguments: no clock, no store, no framework.
 */
@NullMarked
package dev.onerow.telemetry.domain;

import org.jspecify.annotations.NullMarked;
