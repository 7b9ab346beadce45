/** How stations are asked for. */
@NullMarked
package dev.onerow.rules.planted.stations.web;

import org.jspecify.annotations.NullMarked;
