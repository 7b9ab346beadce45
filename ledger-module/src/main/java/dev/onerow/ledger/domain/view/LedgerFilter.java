package dev.onerow.ledger.domain.view;

import java.time.LocalDate;
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

    /** Copies the sets. */
    public LedgerFilter {
        accounts = Set.copyOf(accounts);
        withoutAccounts = Set.copyOf(withoutAccounts);
        categories = Set.copyOf(categories);
        withoutCategories = Set.copyOf(withoutCategories);
        tags = Set.copyOf(tags);
        withoutTags = Set.copyOf(withoutTags);
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
