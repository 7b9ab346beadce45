/** The tables of the registry: keyed rows that the kernel writes, and repositories that only read. */
@NullMarked
package dev.onerow.registry.persistence;

import org.jspecify.annotations.NullMarked;
