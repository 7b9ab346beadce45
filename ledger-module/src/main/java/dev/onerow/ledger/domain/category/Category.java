package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A category of a template: on the top level, or below one that is.
 *
 * @param parent the top level it stands below; null when it is one
 * @param flow the only flow that may stand in it; on the top level only, null: any
 */
public record Category(
        CategoryId id,
        @Nullable CategoryId parent,
        String name,
        @Nullable Flow flow,
        @Nullable String color,
        @Nullable String icon,
        int position) {

    /** Whether it stands on the top level. */
    public boolean isTopLevel() {
        return parent == null;
    }
}
