package dev.onerow.ledger.domain.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.domain.Checked;
import dev.onerow.ledger.domain.FieldProblem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilteringALedgerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @Test
    void letsEverythingThroughByDefault() {
        LedgerFilter filter = LedgerRules.everything().on(TODAY);

        assertThat(filter.first()).isEqualTo(LedgerFilter.FIRST_DAY);
        assertThat(filter.last()).isEqualTo(LedgerFilter.LAST_DAY);
        assertThat(filter.showsFlowIn() && filter.showsFlowOut() && filter.showsNeutral())
                .isTrue();
        assertThat(filter.amounts().leastMinorUnits(2)).isZero();
        assertThat(filter.amounts().mostMinorUnits(2)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void looksAtAccountsOnlyWhenNotAllAreIncluded() {
        assertThat(accounts(true).on(TODAY).accounts()).isEmpty();
        assertThat(accounts(null).on(TODAY).accounts()).isEmpty();
        assertThat(accounts(false).on(TODAY).accounts()).containsExactly("giro");
        assertThat(accounts(false).on(TODAY).withoutAccounts()).containsExactly("card");
    }

    @Test
    void reachesFromSomeDaysAgoUpToToday() {
        LedgerFilter filter = dates(new DateRange(null, null, true, 30)).on(TODAY);

        assertThat(filter.first()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(filter.last()).isEqualTo(TODAY);
    }

    @Test
    void keepsBothEndsOfAFixedRangeAndAnOpenOne() {
        LedgerFilter filter =
                dates(new DateRange("2026-01-01", null, null, null)).on(TODAY);

        assertThat(filter.first()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(filter.last()).isEqualTo(LedgerFilter.LAST_DAY);
    }

    @Test
    void comparesAmountsInTheMinorUnitsOfEachCurrency() {
        AmountLimits limits = AmountLimits.between("1.005", "1.5", "20.005");

        assertThat(limits.leastMinorUnits(2)).isEqualTo(150);
        assertThat(limits.leastMinorUnits(0)).isEqualTo(2);
        assertThat(limits.mostMinorUnits(2)).isEqualTo(2000);
        assertThat(limits.mostMinorUnits(3)).isEqualTo(20005);
    }

    @Test
    void findsEveryProblemAtOnce() {
        LedgerRules rules = new LedgerRules(
                false,
                List.of("no key"),
                null,
                new DateRange("2026-02-30", "soon", false, null),
                "-1",
                "1e5",
                true,
                null,
                null,
                null,
                null,
                List.of(""),
                null,
                List.of(" "),
                null);

        assertThat(pointers(rules.check()))
                .containsExactlyInAnyOrder(
                        "/include_account_ids",
                        "/min_amount",
                        "/max_amount",
                        "/small_amount_threshold",
                        "/include_categories",
                        "/include_tags");
        assertThat(pointers(new DateRange("2026-02-30", "1.3.2026", null, null).check()))
                .containsExactly("/start_date", "/end_date");
        assertThat(pointers(new DateRange(null, null, true, -1).check())).containsExactly("/relative_days");
    }

    private static List<String> pointers(Checked<?> checked) {
        return checked.either(
                valid -> List.of(),
                problems -> problems.stream().map(FieldProblem::pointer).toList());
    }

    private static LedgerRules accounts(@Nullable Boolean all) {
        return new LedgerRules(
                all,
                List.of("giro"),
                List.of("card"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static LedgerRules dates(DateRange range) {
        return new LedgerRules(
                null, null, null, range, null, null, null, null, null, null, null, null, null, null, null);
    }
}
