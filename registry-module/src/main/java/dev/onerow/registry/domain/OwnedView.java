package dev.onerow.registry.domain;

import dev.onerow.registry.domain.RegisteredView.Catalogue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a registered view and the rule that owns it are compared by, without their texts.
 *
 * @param owner code of the rule
 * @param wantedHash hash of the rule's SQL as it is now
 * @param wantedVersion number of that state of the SQL
 * @param builtHash hash of the SQL that the view was built from; null for a view that others made
 * @param builtVersion number of the state that the view was built from; null with the hash
 */
public record OwnedView(
        RuleCode owner,
        String wantedHash,
        int wantedVersion,
        ViewName name,
        @Nullable String builtHash,
        @Nullable Integer builtVersion,
        Catalogue catalogue) {

    /** Whether executing the rule would change nothing at all, not even what is remembered of the view. */
    public boolean isSettled(@Nullable LiveView live, @Nullable Integer serverVersion) {
        return live != null
                && wantedHash.equals(builtHash)
                && Objects.equals(builtVersion, wantedVersion)
                && Objects.equals(catalogue.serverVersion(), serverVersion)
                && live.columns().equals(catalogue.columns())
                && live.definitionHash().equals(catalogue.definitionHash());
    }
}
