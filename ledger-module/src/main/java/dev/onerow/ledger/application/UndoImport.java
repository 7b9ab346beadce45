package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.account.Accounts.Contents;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.ImportLog;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes an import back: what no other import vouches for goes, what was entered by hand stays. */
@Singleton
public final class UndoImport {
    private static final int MOST_LISTED = 100;

    /** An import has none: this is one that no request can name. */
    private static final long NO_VERSION = -1;

    private final Accounts accounts;
    private final Bookings bookings;
    private final ImportLog log;
    private final Transactions transactions;

    UndoImport(Accounts accounts, Bookings bookings, ImportLog log, Transactions transactions) {
        this.accounts = accounts;
        this.bookings = bookings;
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * Takes an import back; the file can be imported again. With its last import an account loses the number that the
     * first one told it.
     *
     * @param condition what the request asks; of a certain version it asks in vain, for an import has none
     * @param isDryRun tells what would go, and removes nothing
     * @throws dev.onerow.ledger.domain.RefusedException when there is none, the condition fails, or a transaction that
     *     would go is locked
     */
    public Contents undo(BatchId id, Condition condition, boolean isDryRun) {
        return Rehearsal.run(transactions, isDryRun, () -> {
            ImportBatch seen = find(id);
            accounts.lock(seen.account());
            ImportBatch batch = find(id);
            if (!condition.permits(NO_VERSION)) {
                throw Refusal.of(Reason.PRECONDITION_FAILED, "The import is there, and has no version.")
                        .asException();
            }
            transactions.planAfresh();
            List<TransactionId> alone = log.vouchedForByAlone(id);
            List<TransactionId> locked = log.lockedAmong(alone);
            if (!locked.isEmpty()) {
                throw SaveAccount.locked(locked.subList(0, Math.min(MOST_LISTED, locked.size())))
                        .asException();
            }
            Contents contents = log.contents(id, alone);
            bookings.deleteAll(alone);
            log.remove(batch);
            if (log.page(batch.account().value(), null, "", 1).isEmpty()) {
                accounts.forgetNumber(batch.account()); // The next import is the first one again, and may be another's.
            }
            return contents;
        });
    }

    /** There is no such import. */
    public static Refusal unknown(BatchId id) {
        return Refusal.of(Reason.UNKNOWN_IMPORT, "No import " + id.value() + ".")
                .with("import_id", id.value());
    }

    private ImportBatch find(BatchId id) {
        return log.find(id).map(Stored::value).orElseThrow(() -> unknown(id).asException());
    }
}
