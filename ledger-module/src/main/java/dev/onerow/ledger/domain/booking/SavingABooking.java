package dev.onerow.ledger.domain.booking;

import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person may save a transaction: under the condition of the request, in the account where it is, and while it
 * is locked for nothing but unlocking it.
 *
 * @param condition what the request asks of the stored version
 */
public record SavingABooking(Condition condition) implements Verdict.Rule<Booking> {

    @Override
    public Verdict<Booking> decide(@Nullable Stored<Booking> stored, Booking incoming) {
        if (!condition.permits(stored == null ? null : (Long) stored.version())) {
            return new Verdict.Refuse<>(Refusal.preconditionFailed(stored));
        }
        if (stored == null) {
            return new Verdict.Write<>(incoming);
        }
        Entry before = stored.value().entry();
        Entry after = incoming.entry();
        if (!before.account().equals(after.account())) {
            return new Verdict.Refuse<>(Refusal.of(
                            Reason.OTHER_ACCOUNT,
                            "The transaction is of account " + before.account().value() + " and stays there.")
                    .with("account_id", before.account().value()));
        }
        boolean changesMoreThanTheLock = !before.unlocked().equals(after.unlocked());
        return before.isLocked() && changesMoreThanTheLock
                ? new Verdict.Refuse<>(locked(before))
                : new Verdict.Write<>(incoming);
    }

    /** The transaction is locked. */
    public static Refusal locked(Entry entry) {
        return Refusal.of(Reason.TRANSACTION_LOCKED, "The transaction is locked; it can be unlocked, and nothing else.")
                .with("transaction_id", entry.id().value());
    }
}
