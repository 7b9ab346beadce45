/** A context that owns stations and their readings. */
@NullMarked
package dev.onerow.rules.planted.stations;

import org.jspecify.annotations.NullMarked;
