/**
 * Assembles the modules into one application: its main class, its configuration, its commands and its description.
 */
@NullMarked
package dev.onerow.app;

import org.jspecify.annotations.NullMarked;
