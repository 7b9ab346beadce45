package dev.onerow.registry.web;

import dev.onerow.persistence.Outcome;
import dev.onerow.registry.domain.Effect;

/** Effects in the words of the wire. */
final class Outcomes {
    private Outcomes() {}

    static Outcome of(Effect effect) {
        return switch (effect) {
            case INSERTED -> Outcome.INSERTED;
            case UPDATED -> Outcome.UPDATED;
            case UNCHANGED -> Outcome.UNCHANGED;
            case FOLDED -> Outcome.FOLDED;
        };
    }
}
