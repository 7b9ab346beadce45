package dev.onerow.ledger.domain.identity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one fingerprint that no row is paired with yet, found without looking through all of them. They
 * are filed under each identifier and balance that a row may ask for: its own, none, or any.
 */
final class OpenTwins {
    private static final String NONE = "";
    private static final String ANY = "*";
    private static final Comparator<KnownTransaction> BY_OCCURRENCE = Comparator.comparingInt(
                    KnownTransaction::occurrence)
            .thenComparing(transaction -> transaction.id().value());

    private final Map<Drawer, NavigableSet<KnownTransaction>> drawers = new HashMap<>();

    void add(KnownTransaction transaction) {
        drawersOf(transaction)
                .forEach(drawer -> drawers.computeIfAbsent(drawer, none -> new TreeSet<>(BY_OCCURRENCE))
                        .add(transaction));
    }

    void remove(KnownTransaction transaction) {
        for (Drawer drawer : drawersOf(transaction)) {
            NavigableSet<KnownTransaction> filed = drawers.get(drawer);
            if (filed != null) {
                filed.remove(transaction);
            }
        }
    }

    /**
     * The transaction of the lowest occurrence number that contradicts the row in neither identifier nor balance.
     *
     * @param trustedId the row's identifier, null contradicts none
     * @param balance the row's balance, null contradicts none
     */
    @Nullable
    KnownTransaction lowestFor(@Nullable String trustedId, @Nullable Long balance) {
        KnownTransaction lowest = null;
        for (String id : acceptable(trustedId == null ? null : "=" + trustedId)) {
            for (String money : acceptable(balance == null ? null : "=" + balance)) {
                NavigableSet<KnownTransaction> filed = drawers.get(new Drawer(id, money));
                KnownTransaction first = filed == null || filed.isEmpty() ? null : filed.first();
                if (first != null && (lowest == null || BY_OCCURRENCE.compare(first, lowest) < 0)) {
                    lowest = first;
                }
            }
        }
        return lowest;
    }

    private static Set<String> acceptable(@Nullable String wanted) {
        return wanted == null ? Set.of(ANY) : Set.of(wanted, NONE);
    }

    private static Set<Drawer> drawersOf(KnownTransaction transaction) {
        Set<String> ids = new HashSet<>(Set.of(ANY));
        transaction.externalIds().forEach(id -> ids.add("=" + id));
        if (ids.size() == 1) {
            ids.add(NONE);
        }
        Long balance = transaction.balance();
        Set<String> balances = Set.of(ANY, balance == null ? NONE : "=" + balance);
        Set<Drawer> all = new HashSet<>();
        ids.forEach(id -> balances.forEach(money -> all.add(new Drawer(id, money))));
        return all;
    }

    private record Drawer(String id, String balance) {}
}
