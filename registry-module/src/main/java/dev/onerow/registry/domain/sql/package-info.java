/**
 * Reads the SQL of a rule without understanding it: cuts it into tokens as each of the two databases would, decides
 * whether it is safe to hand to either of them, and reduces it to the text that tells a real change from layout.
 */
@NullMarked
package dev.onerow.registry.domain.sql;

import org.jspecify.annotations.NullMarked;
