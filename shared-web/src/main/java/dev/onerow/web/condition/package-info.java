/** Entity tags, and the conditions of requests over them. */
@NullMarked
package dev.onerow.web.condition;

import org.jspecify.annotations.NullMarked;
