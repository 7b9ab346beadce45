/** The code of docs/kernel.md, compiled and run. */
@NullMarked
package dev.onerow.app.guide;

import org.jspecify.annotations.NullMarked;
