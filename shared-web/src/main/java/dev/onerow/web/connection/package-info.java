/** What stands between the wire and the framework on every connection. */
@NullMarked
package dev.onerow.web.connection;

import org.jspecify.annotations.NullMarked;
