/** What the ledger offers to the command line: the import of files, answered as over HTTP. */
@NullMarked
package dev.onerow.ledger.api;

import org.jspecify.annotations.NullMarked;
