/** The packaged application, seen from outside: its process, its ports, its exit codes. */
@NullMarked
package dev.onerow.app;

import org.jspecify.annotations.NullMarked;
