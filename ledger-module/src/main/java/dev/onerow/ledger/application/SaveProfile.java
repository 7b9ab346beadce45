package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.ProfileName;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.Verdict;
import dev.onerow.ledger.domain.statement.CsvProfiles;
import dev.onerow.ledger.domain.statement.CsvProfiles.Named;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;

/** Saves and deletes CSV profiles. What was imported by one stays when it changes or goes. */
@Singleton
public final class SaveProfile {
    private final CsvProfiles profiles;
    private final Transactions transactions;

    SaveProfile(CsvProfiles profiles, Transactions transactions) {
        this.profiles = profiles;
        this.transactions = transactions;
    }

    /** Saves a profile. Idempotent. */
    public Saved<Named> save(Named profile, Condition condition) {
        return transactions.write(() -> profiles.save(profile, Verdict.replaceIf(condition)));
    }

    /** Deletes a profile. */
    public void delete(ProfileName name, Condition condition) {
        transactions.write(() -> {
            Stored<Named> stored =
                    profiles.find(name).orElseThrow(() -> unknown(name).asException());
            if (!condition.permits(stored.version())) {
                throw Refusal.preconditionFailed(stored).asException();
            }
            profiles.delete(name);
        });
    }

    /** There is no such profile. */
    public static Refusal unknown(ProfileName name) {
        return Refusal.of(Reason.UNKNOWN_PROFILE, "No CSV profile " + name.value() + ".")
                .with("profile", name.value());
    }
}
