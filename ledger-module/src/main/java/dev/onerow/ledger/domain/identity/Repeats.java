package dev.onerow.ledger.domain.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds bookings that one file lists again under the same trusted identifier, unless the running balance went on. */
final class Repeats {
    private final Map<Listing, Candidate> withBalance = new HashMap<>();
    private final Map<Listing, Candidate> withoutBalance = new HashMap<>();
    private final Map<Listing, Candidate> any = new HashMap<>();

    /** The earlier row that this one repeats, or null; a row that repeats none is remembered. */
    @Nullable
    Candidate earlier(Candidate row, String trustedId) {
        Listing exactly = new Listing(trustedId, row.fingerprint(), row.balance());
        Listing anyBalance = new Listing(trustedId, row.fingerprint(), null);
        Candidate earlier = row.balance() == null
                ? any.get(anyBalance)
                : firstOf(withBalance.get(exactly), withoutBalance.get(anyBalance));
        if (earlier == null) {
            (row.balance() == null ? withoutBalance : withBalance).put(exactly, row);
            any.putIfAbsent(anyBalance, row);
        }
        return earlier;
    }

    private static @Nullable Candidate firstOf(@Nullable Candidate one, @Nullable Candidate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Stream.of(one, other)
                .min((a, b) -> Integer.compare(a.number(), b.number()))
                .orElseThrow();
    }

    private record Listing(
            String externalId,
            Fingerprint fingerprint,
            @Nullable Long balance) {}
}
