package dev.onerow.ledger.domain.booking;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.Verdict;
import org.jspecify.annotations.Nullable;

/** What an import adds to a transaction that somebody entered by hand: what is empty there, and nothing when locked. */
public final class FillingGaps implements Verdict.Rule<Booking> {

    @Override
    public Verdict<Booking> decide(@Nullable Stored<Booking> stored, Booking incoming) {
        if (stored == null || stored.value().entry().isLocked()) {
            return new Verdict.Keep<>();
        }
        Booking before = stored.value();
        Entry old = before.entry();
        Entry found = incoming.entry();
        Entry filled = new Entry(
                old.id(),
                old.account(),
                old.date(),
                old.time(),
                old.amount(),
                isBlank(old.merchant()) ? found.merchant() : old.merchant(),
                isBlank(old.notes()) ? found.notes() : old.notes(),
                old.balance() == null ? found.balance() : old.balance(),
                old.isNeutral(),
                isBlank(old.externalId()) ? found.externalId() : old.externalId(),
                false);
        return filled.equals(old)
                ? new Verdict.Keep<>()
                : new Verdict.Write<>(new Booking(filled, before.flow(), before.birth()));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
