/**
 * What every context needs to speak HTTP the same way: problems, entity tags, cursors and the bulk protocol. Holds no
 * word of any domain.
 */
@NullMarked
package dev.onerow.web;

import org.jspecify.annotations.NullMarked;
