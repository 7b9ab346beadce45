package dev.onerow.ledger.domain.statement;

import static dev.onerow.ledger.domain.statement.RowOrder.NEWEST_FIRST;
import static dev.onerow.ledger.domain.statement.RowOrder.OLDEST_FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.domain.AccountType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderingAndBalancingRowsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 3, 2);

    @Test
    void seesTheOrderOfAFileFromItsDates() {
        assertThat(RowOrder.seenIn(List.of(FIRST, FIRST, SECOND), NEWEST_FIRST)).isEqualTo(OLDEST_FIRST);
        assertThat(RowOrder.seenIn(List.of(SECOND, FIRST, SECOND, FIRST), OLDEST_FIRST))
                .isEqualTo(NEWEST_FIRST);
        assertThat(RowOrder.seenIn(List.of(FIRST, SECOND, FIRST), OLDEST_FIRST)).isEqualTo(OLDEST_FIRST);
        assertThat(RowOrder.seenIn(List.of(FIRST), NEWEST_FIRST)).isEqualTo(NEWEST_FIRST);
    }

    @Test
    void sequenceShownInTwoDirections() {
        List<StatementEntry> rows = List.of(row(FIRST, 1), row(FIRST, 2), row(SECOND, 3), row(FIRST, 4));
        BookingSecond first = new BookingSecond(FIRST, LocalTime.MIDNIGHT);

        assertThat(SequenceNumbers.of(rows, NEWEST_FIRST, Map.of())).containsExactly(0, 1, 0, 2);
        assertThat(SequenceNumbers.of(rows, OLDEST_FIRST, Map.of())).containsExactly(2, 1, 0, 0);
        assertThat(SequenceNumbers.of(rows, NEWEST_FIRST, Map.of(first, 7))).containsExactly(8, 9, 0, 10);
    }

    @Test
    void worksTheBalancesOfACardOutBackwards() {
        List<StatementEntry> oldestFirst = List.of(row(FIRST, -1000), row(SECOND, -500), row(SECOND, 2000));

        assertThat(balances(AccountType.CREDIT_CARD, new StatedBalance(-7000, SECOND), null, oldestFirst, OLDEST_FIRST))
                .containsExactly(-8500L, -9000L, -7000L);
        assertThat(balances(AccountType.CREDIT_CARD, null, null, oldestFirst, OLDEST_FIRST))
                .containsExactly(null, null, null);
    }

    @Test
    void worksTheBalancesOfALoanOutForwardsByWhatIsPaidOff() {
        List<StatementEntry> newestFirst = List.of(row(SECOND, 1000), principal(FIRST, 1000, 700L));

        assertThat(balances(AccountType.LOAN, null, -100000L, newestFirst, NEWEST_FIRST))
                .containsExactly(-98300L, -99300L);
        assertThat(balances(AccountType.LOAN, null, null, newestFirst, NEWEST_FIRST))
                .containsExactly(null, null);
    }

    @Test
    void keepsWhatARowStatesAndGuessesNoneForOtherAccounts() {
        StatementEntry stated = new StatementEntry(SECOND, LocalTime.MIDNIGHT, 5, null, null, null, 42L, null, false);
        List<StatementEntry> rows = List.of(row(FIRST, -1), stated);

        assertThat(balances(AccountType.DEPOSIT, new StatedBalance(9, SECOND), null, rows, OLDEST_FIRST))
                .containsExactly(null, 42L);
        assertThat(balances(AccountType.CREDIT_CARD, new StatedBalance(9, SECOND), null, rows, OLDEST_FIRST))
                .containsExactly(37L, 42L);
        assertThat(balances(AccountType.PAYMENT_GATE, null, null, rows, OLDEST_FIRST))
                .containsExactly(0L, 0L);
    }

    private static List<@Nullable Long> balances(
            AccountType type,
            @Nullable StatedBalance statement,
            @Nullable Long loanBefore,
            List<StatementEntry> rows,
            RowOrder order) {
        return new RowBalances(type, statement, loanBefore).of(rows, order);
    }

    private static StatementEntry row(LocalDate date, long amount) {
        return principal(date, amount, null);
    }

    private static StatementEntry principal(LocalDate date, long amount, @Nullable Long principal) {
        return new StatementEntry(date, LocalTime.MIDNIGHT, amount, null, null, null, null, principal, false);
    }
}
