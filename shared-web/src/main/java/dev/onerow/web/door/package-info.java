/** Who may come in: API keys, read-only ones, and the refusal to stand open beyond this machine. */
@NullMarked
package dev.onerow.web.door;

import org.jspecify.annotations.NullMarked;
