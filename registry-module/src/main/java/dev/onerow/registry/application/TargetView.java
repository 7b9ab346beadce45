package dev.onerow.registry.application;

import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.ViewName;
import org.jspecify.annotations.Nullable;

/**
 * The view that a rule is to have.
 *
 * @param owner id of the rule, which owns it or takes it
 * @param stored what the registry says of it; null when it is new
 */
record TargetView(ViewName name, long owner, @Nullable StoredView stored) {}
