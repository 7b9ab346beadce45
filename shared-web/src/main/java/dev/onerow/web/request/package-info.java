/**
 * Reading what a client sent: bodies and queries member by member, conditions, ids of the path. Strict, and telling
 * where.
 */
@NullMarked
package dev.onerow.web.request;

import org.jspecify.annotations.NullMarked;
