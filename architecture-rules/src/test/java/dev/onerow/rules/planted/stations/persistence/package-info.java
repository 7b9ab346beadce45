/** How stations are kept. */
@NullMarked
package dev.onerow.rules.planted.stations.persistence;

import org.jspecify.annotations.NullMarked;
