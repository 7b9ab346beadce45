/** Lists in pages: a limit, an opaque cursor, and what comes next. */
@NullMarked
package dev.onerow.web.page;

import org.jspecify.annotations.NullMarked;
