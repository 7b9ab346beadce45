package dev.onerow.ledger.domain.identity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The transactions that no row is paired with yet, by the bank's identifier, date and amount. */
final class OpenReferences {
    private static final Comparator<KnownTransaction> BY_OCCURRENCE = Comparator.comparingInt(
                    KnownTransaction::occurrence)
            .thenComparing(transaction -> transaction.id().value());

    private final Map<Place, NavigableSet<KnownTransaction>> places = new HashMap<>();

    void add(KnownTransaction transaction) {
        forEachPlace(
                transaction,
                place -> places.computeIfAbsent(place, none -> new TreeSet<>(BY_OCCURRENCE))
                        .add(transaction));
    }

    void remove(KnownTransaction transaction) {
        forEachPlace(transaction, place -> {
            Set<KnownTransaction> there = places.get(place);
            if (there != null) {
                there.remove(transaction);
            }
        });
    }

    /** The lowest occurrence number at a reference, of one fingerprint or, with null, of any. */
    @Nullable
    KnownTransaction lowestAt(BankReference reference, @Nullable Fingerprint fingerprint) {
        NavigableSet<KnownTransaction> there = places.get(new Place(reference, fingerprint));
        return there == null || there.isEmpty() ? null : there.first();
    }

    private static void forEachPlace(KnownTransaction transaction, Consumer<Place> action) {
        for (BankReference reference : transaction.bankReferences()) {
            action.accept(new Place(reference, null));
            transaction.fingerprints().forEach(fingerprint -> action.accept(new Place(reference, fingerprint)));
        }
    }

    private record Place(BankReference reference, @Nullable Fingerprint fingerprint) {}
}
