/** What others may know of stations. */
@NullMarked
package dev.onerow.rules.planted.stations.api;

import org.jspecify.annotations.NullMarked;
