/** The tables of quality: declared rows, what reads them, and the stores behind the words of the domain. */
@NullMarked
package dev.onerow.quality.persistence;

import org.jspecify.annotations.NullMarked;
