/**
 * Reads the files that banks export: OFX and QFX of both generations, and CSV by a profile. A reader takes each record
 * as it stands in the file, says what it means or why it means nothing, and never guesses. What it reads was made by
 * strangers: every reader is linear in the size of the file and holds a bounded multiple of it.
 */
@NullMarked
package dev.onerow.ledger.domain.statement;

import org.jspecify.annotations.NullMarked;
