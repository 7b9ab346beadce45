/** What a station is. */
@NullMarked
package dev.onerow.rules.planted.stations.domain;

import org.jspecify.annotations.NullMarked;
