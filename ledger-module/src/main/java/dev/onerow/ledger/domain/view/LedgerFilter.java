package dev.onerow.ledger.domain.view;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.category.Category;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a ledger lets through on a certain day. Empty sets let everything through; flows are joined by OR, so that all
 * of them off lets nothing through.
 *
 * @param accounts accounts that alone are shown
 * @param withoutAccounts accounts that are not shown
 * @param first the first day shown
 * @param last the last day shown
 * @param amounts limits of the absolute amount
 * @param categories categories that alone are shown; a top level means its children too
 * @param withoutCategories categories that are not shown; transactions without one stay
 * @param tags tags of which one must be there
 * @param withoutTags tags of which none may be there; transactions without one stay
 */
public record LedgerFilter(
        Set<String> accounts,
        Set<String> withoutAccounts,
        LocalDate first,
        LocalDate last,
        AmountLimits amounts,
        boolean showsFlowIn,
        boolean showsFlowOut,
        boolean showsNeutral,
        Set<String> categories,
        Set<String> withoutCategories,
        Set<String> tags,
        Set<String> withoutTags) {

    /** Before every booking. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    /** After every booking. */
    public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** Lets nothing through: no category has the empty id. */
    private static final Set<String> NO_CATEGORY = Set.of("");

    /** Copies the sets. */
    public LedgerFilter {
        accounts = Set.copyOf(accounts);
        withoutAccounts = Set.copyOf(withoutAccounts);
        categories = Set.copyOf(categories);
        withoutCategories = Set.copyOf(withoutCategories);
        tags = Set.copyOf(tags);
        withoutTags = Set.copyOf(withoutTags);
    }

    /** The same where a top level means its children too. */
    public LedgerFilter withChildren(List<Category> all) {
        return new LedgerFilter(
                accounts,
                withoutAccounts,
                first,
                last,
                amounts,
                showsFlowIn,
                showsFlowOut,
                showsNeutral,
                withChildren(categories, all),
                withChildren(withoutCategories, all),
                tags,
                withoutTags);
    }

    /** The same for one category alone, if it is let through at all; a top level means its children too. */
    public LedgerFilter narrowedTo(String category, List<Category> all) {
        Set<String> wanted = withChildren(Set.of(category), all);
        if (!categories.isEmpty()) {
            wanted.retainAll(categories);
        }
        return new LedgerFilter(
                accounts,
                withoutAccounts,
                first,
                last,
                amounts,
                showsFlowIn,
                showsFlowOut,
                showsNeutral,
                wanted.isEmpty() ? NO_CATEGORY : wanted,
                withoutCategories,
                tags,
                withoutTags);
    }

    private static Set<String> withChildren(Set<String> named, List<Category> all) {
        Set<String> ids = new HashSet<>(named);
        for (Category category : all) {
            CategoryId parent = category.parent();
            if (parent != null && named.contains(parent.value())) {
                ids.add(category.id().value());
            }
        }
        return ids;
    }

    /** The same without looking at categories and tags: what a run of the rules looks at. */
    public LedgerFilter withoutCategoriesAndTags() {
        return new LedgerFilter(
                accounts,
                withoutAccounts,
                first,
                last,
                amounts,
                showsFlowIn,
                showsFlowOut,
                showsNeutral,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of());
    }
}
