package dev.onerow.ledger.domain.identity;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The transactions that no import vouches for and no row is paired with yet, by amount, day and text. */
final class OpenManual {
    private static final int MOST_DAYS_APART = 3;
    private static final Comparator<KnownTransaction> BY_ID =
            Comparator.comparing(transaction -> transaction.id().value());

    private final Map<Place, NavigableSet<KnownTransaction>> byText = new HashMap<>();
    private final Map<Place, NavigableSet<KnownTransaction>> all = new HashMap<>();

    void add(KnownTransaction transaction) {
        byText.computeIfAbsent(place(transaction, transaction.text()), none -> new TreeSet<>(BY_ID))
                .add(transaction);
        all.computeIfAbsent(place(transaction, null), none -> new TreeSet<>(BY_ID))
                .add(transaction);
    }

    void remove(KnownTransaction transaction) {
        byText.getOrDefault(place(transaction, transaction.text()), new TreeSet<>(BY_ID))
                .remove(transaction);
        all.getOrDefault(place(transaction, null), new TreeSet<>(BY_ID)).remove(transaction);
    }

    /** Of the same amount and at most three days away: the nearest, then of equal text, then of the lowest id. */
    @Nullable
    KnownTransaction nearestTo(Candidate row) {
        for (int days = 0; days <= MOST_DAYS_APART; days++) {
            KnownTransaction sameText = lowestAt(byText, row, days, row.text());
            KnownTransaction found = sameText != null ? sameText : lowestAt(all, row, days, null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable KnownTransaction lowestAt(
            Map<Place, NavigableSet<KnownTransaction>> places, Candidate row, int days, @Nullable String text) {
        KnownTransaction before =
                first(places, new Place(row.amount(), row.date().minusDays(days), text));
        KnownTransaction after =
                first(places, new Place(row.amount(), row.date().plusDays(days), text));
        if (before == null || after == null) {
            return before == null ? after : before;
        }
        return BY_ID.compare(before, after) <= 0 ? before : after;
    }

    private static @Nullable KnownTransaction first(Map<Place, NavigableSet<KnownTransaction>> places, Place place) {
        NavigableSet<KnownTransaction> there = places.get(place);
        return there == null || there.isEmpty() ? null : there.first();
    }

    private static Place place(KnownTransaction transaction, @Nullable String text) {
        return new Place(transaction.amount(), transaction.date(), text);
    }

    private record Place(
            long amount, LocalDate date, @Nullable String text) {}
}
