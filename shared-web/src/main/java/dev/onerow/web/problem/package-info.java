/** What the service answers when it cannot do what was asked: RFC 9457 problems, one shape for every failure. */
@NullMarked
package dev.onerow.web.problem;

import org.jspecify.annotations.NullMarked;
