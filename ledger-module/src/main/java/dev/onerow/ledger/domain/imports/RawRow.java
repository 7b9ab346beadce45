package dev.onerow.ledger.domain.imports;

import dev.onerow.ledger.domain.identity.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * One record of an imported file; never changed.
 *
 * @param number its place in the file, from 1
 * @param line its first physical line
 * @param verbatim the record as it stood there
 * @param parsed what was read from it, as a JSON object
 * @param fingerprint what it looks like; null when it was rejected
 * @param problem why it was rejected; null when it was not
 */
public record RawRow(
        String id,
        int number,
        int line,
        String verbatim,
        String parsed,
        @Nullable Fingerprint fingerprint,
        RowOutcome outcome,
        @Nullable String problem) {}
