package dev.onerow.registry.domain;

import dev.onerow.registry.domain.RegisteredView.Catalogue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The views that are registered. Whoever changes one holds the lock under which views are changed. */
public interface RegisteredViews extends Listed<StoredView> {

    Optional<StoredView> find(ViewName name);

    /** All views of a rule, by name. */
    List<StoredView> ofRule(long ruleId);

    /** Those of these names that are registered. */
    List<StoredView> findAll(Collection<String> names);

    /** All rules, in the order of their codes, each with its views by name, as far as the two are compared. */
    Map<RuleCode, List<OwnedView>> byRule();

    /** How the database had each registered view when the registry last looked, by name. */
    Map<String, Catalogue> catalogues();

    /** Stores what the registry says of a view. */
    SavedView save(RegisteredView view);

    /** Stores what the registry says of several views, all of them registered already. */
    void saveAll(Collection<RegisteredView> views);

    /** Leaves all views of a rule without an owner. */
    void release(long ruleId);

    /** Removes a view from the registry. */
    void remove(ViewName name);
}
