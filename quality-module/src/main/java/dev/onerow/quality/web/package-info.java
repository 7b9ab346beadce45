/** Quality over HTTP: what requests say, what answers show, and the problems there are. */
@NullMarked
package dev.onerow.quality.web;

import org.jspecify.annotations.NullMarked;
