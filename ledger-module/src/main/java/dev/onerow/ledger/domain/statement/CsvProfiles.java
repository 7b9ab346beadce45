package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.ProfileName;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored CSV profiles. */
public interface CsvProfiles {

    /** A profile with its name. */
    record Named(ProfileName name, CsvProfile profile) {}

    /** The profile of a name. */
    Optional<Stored<Named>> find(ProfileName name);

    /** Profiles in the order of their names, behind one of them. */
    List<Stored<Named>> page(@Nullable String afterName, int limit);

    /**
     * Saves a profile.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when the rule refuses
     */
    Saved<Named> save(Named profile, Verdict.Rule<Named> rule);

    /** Deletes the profile of a name, whatever it says. */
    void delete(ProfileName name);
}
