/** What an import costs, and what reading costs once very much has been imported. */
@NullMarked
package dev.onerow.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
