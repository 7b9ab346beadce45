/** What rules, views and their names are, and what becomes of them: values and pure functions. */
@NullMarked
package dev.onerow.registry.domain;

import org.jspecify.annotations.NullMarked;
