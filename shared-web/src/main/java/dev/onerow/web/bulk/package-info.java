/** Many rows in one request, answered line by line, and other answers too long to hold in memory. */
@NullMarked
package dev.onerow.web.bulk;

import org.jspecify.annotations.NullMarked;
