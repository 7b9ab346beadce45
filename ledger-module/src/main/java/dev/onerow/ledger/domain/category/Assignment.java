package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.Spelling;
import org.jspecify.annotations.Nullable;

/** Who gave a transaction its category. */
public enum Assignment {
    /** A person. */
    MANUAL,
    /** A rule. */
    AUTO;

    /** The word that is stored and sent. */
    public String word() {
        return Spelling.word(this);
    }

    /** Whether this choice may take the place of a stored one: a rule's never takes that of a person. */
    public boolean mayReplace(@Nullable Assignment stored) {
        return this == MANUAL || stored != MANUAL;
    }
}
