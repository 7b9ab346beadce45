/**
 * The upsert kernel: declarations read once, inputs folded and ordered, statements for both databases, outcomes matched
 * by key. Nothing here is public; the promises stand in {@link dev.onerow.persistence}.
 */
@NullMarked
package dev.onerow.persistence.kernel;

import org.jspecify.annotations.NullMarked;
