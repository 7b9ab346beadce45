package dev.onerow.ledger.domain.imports;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Accounts.Contents;
import dev.onerow.ledger.domain.identity.Candidate;
import dev.onerow.ledger.domain.identity.KnownTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored imports, their raw rows, and what vouches for which transaction. */
public interface ImportLog {

    /** The import of an id. */
    Optional<Stored<ImportBatch>> find(BatchId id);

    /** The import of a file read in one way. */
    Optional<Stored<ImportBatch>> find(AccountId account, String content, String profileKey);

    /** Imports, the latest first, behind one of them. */
    List<Stored<ImportBatch>> page(
            @Nullable String account, @Nullable Instant afterImportedAt, String afterId, int limit);

    /** Raw rows of an import in file order, behind a number. */
    List<Stored<RawRow>> rawRows(BatchId id, int afterNumber, int limit);

    /** The raw rows that vouch for a transaction, each with its import, the latest import first, then by id. */
    List<Voucher> vouchersOf(TransactionId id);

    /** The transactions that some raw rows vouch for; rejected rows vouch for none. */
    Map<String, TransactionId> vouchedForBy(Collection<String> rawRows);

    /** Records an import. */
    void record(ImportBatch batch);

    /** Records the raw rows of an import. */
    void recordRows(ImportBatch batch, List<RawRow> rows);

    /** Records what vouches for which transaction. */
    void recordVouchings(ImportBatch batch, List<Vouching> vouchings);

    /**
     * The stored transactions that rows of a file may be, as {@code Recognition} needs them.
     *
     * @param statedInRows whether balances of transactions may have been worked out, so that only those that rows
     *     stated count
     */
    List<KnownTransaction> candidates(AccountId account, List<Candidate> rows, boolean statedInRows);

    /** The rejected records of an import, in file order. */
    List<ImportReport.RejectedRow> rejected(BatchId id);

    /** The first rejected records of each of some imports, at most so many of one, in file order. */
    Map<BatchId, List<ImportReport.RejectedRow>> firstRejected(Collection<BatchId> ids, int most);

    /** The sum of an account's transactions up to the day of each import's stated balance. */
    Map<BatchId, Long> sumsUpToBalance(Collection<BatchId> ids);

    /** How many imported transactions of the days of each import it does not list. */
    Map<BatchId, Long> notInFile(Collection<BatchId> ids);

    /** Imported transactions that this import alone vouches for, in the order of their ids. */
    List<TransactionId> vouchedForByAlone(BatchId id);

    /** Which of these transactions are locked. */
    List<TransactionId> lockedAmong(Collection<TransactionId> ids);

    /** What goes with an import: its raw rows, these transactions, and their mappings. */
    Contents contents(BatchId id, Collection<TransactionId> transactions);

    /** Removes an import with its raw rows and what they vouch for. */
    void remove(ImportBatch batch);

    /** The balance of the newest transaction before a day, if it has one. */
    Optional<Long> balanceBefore(AccountId account, LocalDate day);

    /** A raw row with its import. */
    record Voucher(ImportBatch batch, Stored<RawRow> row) {}
}
