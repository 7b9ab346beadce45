package dev.onerow.ledger.persistence;

import dev.onerow.persistence.adopting.AdoptionRun;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Which of those that claim to be the default of an older ledger is: the one that was changed last. */
final class OldDefaults {
    private OldDefaults() {}

    static Optional<String> newestClaim(AdoptionRun run, String table) {
        AtomicReference<@Nullable String> newest = new AtomicReference<>();
        AtomicReference<@Nullable String> id = new AtomicReference<>();
        run.forEach(table, row -> {
            String rank = row.rankByTime("updated_at", "created_at");
            String best = newest.get();
            if (Boolean.TRUE.equals(row.truth("is_default")) && (best == null || rank.compareTo(best) > 0)) {
                newest.set(rank);
                id.set(row.requiredText("id"));
            }
        });
        return Optional.ofNullable(id.get());
    }
}
