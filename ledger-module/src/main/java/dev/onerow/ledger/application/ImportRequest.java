package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.ProfileName;
import dev.onerow.ledger.domain.imports.FileFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be imported.
 *
 * @param profile how it reads, for CSV
 * @param accountNumber which of several statements, while the account does not know its number
 * @param isDryRun whether it is only tried
 */
public record ImportRequest(
        AccountId account,
        FileFormat format,
        @SuppressWarnings("ArrayRecordComponent") // Megabytes that nobody changes and nobody compares.
        byte[] file,
        String fileName,
        @Nullable ProfileName profile,
        @Nullable String accountNumber,
        boolean isDryRun) {}
