package dev.onerow.ledger.api;

import org.jspecify.annotations.Nullable;

/**
 * Imports bank files that lie on this machine, with the answers of {@code POST /v1/ledger/accounts/{id}/imports}. The
 * same file again changes nothing. Thread-safe.
 */
public interface FileImports {
    /** The most bytes a file may have. */
    int LARGEST_FILE = 20 * 1024 * 1024;

    /**
     * Imports a file, or tells why not; nothing is stored then. Throws only what is nobody's fault, such as a database
     * that is away.
     */
    Answer importFile(BankFile file, ImportProgress progress);

    /**
     * A file to import.
     *
     * @param account the account's id
     * @param name its name; one that ends in {@code .csv} is CSV, as is every file with a profile, all else is OFX
     * @param profile the CSV profile that reads it; null for OFX
     * @param accountNumber which of several statements, while the account does not know its number
     * @param isDryRun whether it is only tried
     */
    record BankFile(
            String account,
            @SuppressWarnings("ArrayRecordComponent") // Megabytes that nobody changes and nobody compares.
            byte[] content,
            String name,
            @Nullable String profile,
            @Nullable String accountNumber,
            boolean isDryRun) {}

    /**
     * What came of it.
     *
     * @param isAccepted whether the file is imported now, or would be
     * @param json the import or the problem, as it is answered over HTTP
     */
    record Answer(boolean isAccepted, String json) {}
}
