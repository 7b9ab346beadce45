/** Points of a Qdrant server, through its official client. */
@NullMarked
package dev.onerow.quality.qdrant;

import org.jspecify.annotations.NullMarked;
