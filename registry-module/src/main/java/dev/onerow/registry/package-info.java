/**
 * The registry keeps questions about the database as named SQL rules and makes a view of each. A <em>rule</em> is found
 * by its code; its <em>SQL version</em> counts the states of its text. <em>Executing</em> a rule creates the view and the
 * registry row that says which rule owns it, any number of times, always ending in the same state. A view's
 * <em>dependants</em> are the views that read it; with them it is a <em>closure</em>, rebuilt together or not at all.
 */
@NullMarked
package dev.onerow.registry;

import org.jspecify.annotations.NullMarked;
