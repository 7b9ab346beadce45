/** What can be done with stations. */
@NullMarked
package dev.onerow.rules.planted.stations.application;

import org.jspecify.annotations.NullMarked;
