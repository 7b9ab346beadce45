package dev.onerow.registry.domain;

import dev.onerow.registry.domain.RegisteredView.Catalogue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a registered view that belongs to a rule is compared by, without its texts.
 *
 * @param isUpToDate whether it was built from the SQL that the rule has now, in the version that it has now
 */
public record OwnedView(ViewName name, boolean isUpToDate, Catalogue catalogue) {

    /** Whether executing the rule would change nothing at all, not even what is remembered of the view. */
    public boolean isSettled(@Nullable LiveView live, @Nullable Integer serverVersion) {
        return live != null
                && isUpToDate
                && Objects.equals(catalogue.serverVersion(), serverVersion)
                && live.definitionHash().equals(catalogue.definitionHash())
                && live.columns().equals(catalogue.columns());
    }
}
