/** What the service answers when all is well: stored rows with their outcome, entity tags, streams. */
@NullMarked
package dev.onerow.web.answer;

import org.jspecify.annotations.NullMarked;
