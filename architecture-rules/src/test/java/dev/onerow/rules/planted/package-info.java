/** A project in which every rule is broken in every form that the rules claim to see, one form a class or file. */
@NullMarked
package dev.onerow.rules.planted;

import org.jspecify.annotations.NullMarked;
