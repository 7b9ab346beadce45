package dev.onerow.persistence.views;

import java.util.List;
import java.util.Optional;

/**
 * What replacing a view did.
 *
 * @param before the columns of the view as it was; empty when there was none
 * @param after the view as it is now
 * @param dependants all views that read it, nearest first, as they are now
 * @param rebuilt whether the dependants were dropped and made again, as PostgreSQL needs it
 */
public record Replacement(Optional<List<ViewColumn>> before, View after, List<View> dependants, boolean rebuilt) {

    /** Copies the list. */
    public Replacement {
        dependants = List.copyOf(dependants);
    }
}
