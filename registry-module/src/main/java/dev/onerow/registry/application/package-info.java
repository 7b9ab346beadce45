/** What can be done with rules and views: one class for each, with its transaction. */
@NullMarked
package dev.onerow.registry.application;

import org.jspecify.annotations.NullMarked;
