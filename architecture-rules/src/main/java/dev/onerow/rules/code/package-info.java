/**
 * Reads class files for what the rules look at and ArchUnit does not show: the constants in the code, the recipes of
 * concatenations, the values of annotations, and every mention of a type, each with the place where it stands.
 */
@NullMarked
package dev.onerow.rules.code;

import org.jspecify.annotations.NullMarked;
