package dev.onerow.registry.application;

import dev.onerow.persistence.views.View;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.ViewName;
import org.jspecify.annotations.Nullable;

/**
 * The view that a rule is to have.
 *
 * @param owner id of the rule, which owns it or takes it
 * @param stored what the registry says of it; null when it is new
 * @param live the view as it is; null when there is none
 */
record TargetView(
        ViewName name,
        long owner,
        @Nullable StoredView stored,
        @Nullable View live) {}
