/** The name of each request, in its answer and in the log. */
@NullMarked
package dev.onerow.web.trace;

import org.jspecify.annotations.NullMarked;
