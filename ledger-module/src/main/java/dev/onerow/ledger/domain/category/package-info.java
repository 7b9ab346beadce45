/**
 * Sorts transactions into categories: templates of categories and rules, what a rule matches, and who may replace
 * whose choice. A person's choice is never replaced by a rule's.
 */
@NullMarked
package dev.onerow.ledger.domain.category;

import org.jspecify.annotations.NullMarked;
