package dev.onerow.registry.domain;

import org.jspecify.annotations.Nullable;

/**
 * A registered view and the row it is stored in.
 *
 * @param ownerCode code of the rule that owns it; null when nobody does
 * @param outdated whether its rule has got another text since the view was built
 */
public record StoredView(
        long id,
        RegisteredView view,
        RowVersion row,
        @Nullable RuleCode ownerCode,
        boolean outdated) {}
