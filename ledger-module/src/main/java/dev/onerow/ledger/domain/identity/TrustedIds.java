package dev.onerow.ledger.domain.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the bank's identifiers in a file can be trusted. Some banks give several bookings one identifier, some
 * give every row a new one in each export; neither may lose or double a transaction.
 */
final class TrustedIds {
    private static final int ENOUGH_TO_TELL = 3;

    private final Set<String> trusted;

    private TrustedIds(Set<String> trusted) {
        this.trusted = trusted;
    }

    static TrustedIds in(List<Candidate> rows, Collection<KnownTransaction> known, boolean idsAreStable) {
        return new TrustedIds(!idsAreStable || idsHaveChanged(rows, known) ? Set.of() : agreeing(rows));
    }

    /** The row's identifier, or null when it has none that can be trusted. */
    @Nullable
    String of(Candidate row) {
        String id = row.externalId();
        return id != null && trusted.contains(id) ? id : null;
    }

    private static boolean idsHaveChanged(List<Candidate> rows, Collection<KnownTransaction> known) {
        Set<Fingerprint> stored = new HashSet<>();
        Set<String> knownIds = new HashSet<>();
        known.forEach(transaction -> {
            stored.addAll(transaction.fingerprints());
            knownIds.addAll(transaction.externalIds());
        });
        List<Candidate> seenBefore =
                rows.stream().filter(row -> stored.contains(row.fingerprint())).toList();
        return seenBefore.size() >= ENOUGH_TO_TELL
                && seenBefore.stream().map(Candidate::externalId).allMatch(id -> id != null && !knownIds.contains(id));
    }

    private static Set<String> agreeing(List<Candidate> rows) {
        Map<String, DateAndAmount> meanings = new HashMap<>();
        Set<String> contradicting = new HashSet<>();
        for (Candidate row : rows) {
            String id = row.externalId();
            if (id != null) {
                DateAndAmount meaning = new DateAndAmount(row.date(), row.amount());
                DateAndAmount earlier = meanings.putIfAbsent(id, meaning);
                if (!Objects.requireNonNullElse(earlier, meaning).equals(meaning)) {
                    contradicting.add(id);
                }
            }
        }
        Set<String> agreeing = new HashSet<>(meanings.keySet());
        agreeing.removeAll(contradicting);
        return agreeing;
    }

    private record DateAndAmount(LocalDate date, long amount) {}
}
