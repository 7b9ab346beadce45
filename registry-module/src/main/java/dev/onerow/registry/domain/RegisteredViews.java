package dev.onerow.registry.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The views that are registered. Whoever changes one holds the lock under which views are changed. */
public interface RegisteredViews {

    Optional<StoredView> find(ViewName name);

    /** All views of these rules, by name. */
    List<StoredView> ofRules(Collection<Long> ruleIds);

    /** Those of these names that are registered. */
    List<StoredView> findAll(Collection<String> names);

    /** All rules, in the order of their codes, each with its views by name, as far as the two are compared. */
    Map<RuleCode, List<OwnedView>> byRule();

    /** All registered views, by name. */
    List<StoredView> all();

    /** Views behind a place, in the order of their names. */
    List<StoredView> byName(String afterName, int limit);

    /** Views behind a place, those changed last first. */
    List<StoredView> byUpdate(Place after, int limit);

    /** Stores what the registry says of a view. */
    SavedView save(RegisteredView view);

    /** Stores what the registry says of several views, all of them registered already. */
    void saveAll(Collection<RegisteredView> views);

    /** Leaves all views of a rule without an owner. */
    void release(long ruleId);

    /** Removes a view from the registry. */
    void remove(ViewName name);
}
