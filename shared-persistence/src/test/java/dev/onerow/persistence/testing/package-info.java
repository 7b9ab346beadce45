/**
 * The databases that tests run on, for this module and, as a test-jar, for every other.
 */
@NullMarked
package dev.onerow.persistence.testing;

import org.jspecify.annotations.NullMarked;
