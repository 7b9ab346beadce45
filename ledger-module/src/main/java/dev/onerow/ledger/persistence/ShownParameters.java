package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.booking.BookingSearch;
import dev.onerow.ledger.domain.booking.ListPosition;
import dev.onerow.ledger.domain.view.AmountLimits;
import dev.onerow.ledger.domain.view.LedgerFilter;
import dev.onerow.ledger.domain.view.Ledgers.Scope;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.TextSearch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A ledger's filter as the parameters of {@link ShownReads}. Accounts are few, and so are the sets of tags that a ledger
 * uses: which of them pass is worked out here, and the statements compare with lists.
 */
final class ShownParameters {
    /** Stands in lists that would be empty; no row has it. */
    private static final List<String> NOBODY = List.of("");

    private final Scope scope;
    private final LedgerFilter filter;
    private final List<String> tagSets;

    /**
     * The parameters of a ledger.
     *
     * @param tagSets every set of tags that a mapping of the ledger has; looked at only if the filter has tags
     */
    ShownParameters(Scope scope, Collection<String> tagSets) {
        this.scope = scope;
        this.filter = scope.filter();
        this.tagSets = List.copyOf(tagSets);
    }

    List<TransactionRow> page(
            ShownReads reads, BookingSearch search, TextSearch.Sought text, ListPosition after, int limit) {
        return reads.page(
                after.date(),
                TransactionRow.time(after.time()),
                after.sequence(),
                after.id(),
                later(search.from(), filter.first()),
                earlier(search.to(), filter.last()),
                text.like(),
                text.regex(),
                limit,
                scope.ledger().id().value(),
                flag(isEveryFlow()),
                flows(),
                flag(isEveryAccount(search)),
                accounts(search),
                flag(isLimited()),
                accountsWith(0),
                amounts().leastMinorUnits(0),
                amounts().mostMinorUnits(0),
                accountsWith(3),
                amounts().leastMinorUnits(3),
                amounts().mostMinorUnits(3),
                accountsWith(4),
                amounts().leastMinorUnits(4),
                amounts().mostMinorUnits(4),
                amounts().leastMinorUnits(2),
                amounts().mostMinorUnits(2),
                flag(filter.categories().isEmpty()),
                orNobody(filter.categories()),
                orNobody(filter.withoutCategories()),
                flag(filter.tags().isEmpty()),
                tagSetsWith(filter.tags()),
                tagSetsWith(filter.withoutTags()));
    }

    List<TransactionRow> among(ShownReads reads, List<String> ids) {
        return reads.among(
                ids,
                flag(isEveryDay()),
                filter.first(),
                filter.last(),
                flag(isEveryFlow()),
                flows(),
                flag(isEveryAccount(BookingSearch.all())),
                accounts(BookingSearch.all()),
                flag(isLimited()),
                accountsWith(0),
                amounts().leastMinorUnits(0),
                amounts().mostMinorUnits(0),
                accountsWith(3),
                amounts().leastMinorUnits(3),
                amounts().mostMinorUnits(3),
                accountsWith(4),
                amounts().leastMinorUnits(4),
                amounts().mostMinorUnits(4),
                amounts().leastMinorUnits(2),
                amounts().mostMinorUnits(2));
    }

    List<CellRow> cells(ShownReads reads) {
        if (looksAtMappings()) {
            return cellsByMapping(reads);
        }
        return isEveryDay() ? cellsOfAllDays(reads) : cellsOfDays(reads);
    }

    private List<CellRow> cellsOfAllDays(ShownReads reads) {
        return reads.cells(
                flag(isEveryFlow()),
                flows(),
                flag(isEveryAccount(BookingSearch.all())),
                accounts(BookingSearch.all()),
                flag(isLimited()),
                accountsWith(0),
                amounts().leastMinorUnits(0),
                amounts().mostMinorUnits(0),
                accountsWith(3),
                amounts().leastMinorUnits(3),
                amounts().mostMinorUnits(3),
                accountsWith(4),
                amounts().leastMinorUnits(4),
                amounts().mostMinorUnits(4),
                amounts().leastMinorUnits(2),
                amounts().mostMinorUnits(2));
    }

    private List<CellRow> cellsOfDays(ShownReads reads) {
        return reads.cellsOfDays(
                filter.first(),
                filter.last(),
                flag(isEveryFlow()),
                flows(),
                flag(isEveryAccount(BookingSearch.all())),
                accounts(BookingSearch.all()),
                flag(isLimited()),
                accountsWith(0),
                amounts().leastMinorUnits(0),
                amounts().mostMinorUnits(0),
                accountsWith(3),
                amounts().leastMinorUnits(3),
                amounts().mostMinorUnits(3),
                accountsWith(4),
                amounts().leastMinorUnits(4),
                amounts().mostMinorUnits(4),
                amounts().leastMinorUnits(2),
                amounts().mostMinorUnits(2));
    }

    private List<CellRow> cellsByMapping(ShownReads reads) {
        return reads.cellsByMapping(
                filter.first(),
                filter.last(),
                scope.ledger().id().value(),
                flag(isEveryFlow()),
                flows(),
                flag(isEveryAccount(BookingSearch.all())),
                accounts(BookingSearch.all()),
                flag(isLimited()),
                accountsWith(0),
                amounts().leastMinorUnits(0),
                amounts().mostMinorUnits(0),
                accountsWith(3),
                amounts().leastMinorUnits(3),
                amounts().mostMinorUnits(3),
                accountsWith(4),
                amounts().leastMinorUnits(4),
                amounts().mostMinorUnits(4),
                amounts().leastMinorUnits(2),
                amounts().mostMinorUnits(2),
                flag(filter.categories().isEmpty()),
                orNobody(filter.categories()),
                orNobody(filter.withoutCategories()),
                flag(filter.tags().isEmpty()),
                tagSetsWith(filter.tags()),
                tagSetsWith(filter.withoutTags()));
    }

    private boolean looksAtMappings() {
        return !filter.categories().isEmpty() || !filter.withoutCategories().isEmpty() || needsTags(filter);
    }

    private boolean isEveryDay() {
        return filter.first().equals(LedgerFilter.FIRST_DAY) && filter.last().equals(LedgerFilter.LAST_DAY);
    }

    private boolean isEveryFlow() {
        return filter.showsFlowIn() && filter.showsFlowOut() && filter.showsNeutral();
    }

    /** Whether the filter looks at tags at all. */
    static boolean needsTags(LedgerFilter filter) {
        return !filter.tags().isEmpty() || !filter.withoutTags().isEmpty();
    }

    private AmountLimits amounts() {
        return filter.amounts();
    }

    private boolean isLimited() {
        return amounts().most() != null || amounts().least().signum() > 0;
    }

    private List<String> flows() {
        List<String> flows = new ArrayList<>();
        if (filter.showsFlowIn()) {
            flows.add(Flow.FLOW_IN.word());
        }
        if (filter.showsFlowOut()) {
            flows.add(Flow.FLOW_OUT.word());
        }
        if (filter.showsNeutral()) {
            flows.add(Flow.NEUTRAL.word());
        }
        return orNobody(flows);
    }

    private boolean isEveryAccount(BookingSearch search) {
        return search.account() == null
                && filter.accounts().isEmpty()
                && filter.withoutAccounts().isEmpty();
    }

    private List<String> accounts(BookingSearch search) {
        if (isEveryAccount(search)) {
            return NOBODY;
        }
        return orNobody(scope.shownAccounts().stream()
                .map(account -> account.id().value())
                .filter(id -> search.account() == null || search.account().equals(id))
                .toList());
    }

    private List<String> accountsWith(int decimals) {
        if (!isLimited()) {
            return NOBODY;
        }
        return orNobody(scope.accounts().stream()
                .filter(account -> decimals(account) == decimals)
                .map(account -> account.id().value())
                .toList());
    }

    private static int decimals(Account account) {
        return account.currency().decimals();
    }

    private String tagSetsWith(Set<String> tags) {
        Map<String, Boolean> sets = new HashMap<>();
        tagSets.stream()
                .filter(set -> !Collections.disjoint(Trees.texts(Json.parse(set)), tags))
                .forEach(set -> sets.put(set, true));
        return Json.of(sets).text();
    }

    private static List<String> orNobody(Collection<String> values) {
        return values.isEmpty() ? NOBODY : List.copyOf(values);
    }

    private static int flag(boolean holds) {
        return holds ? 1 : 0;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
