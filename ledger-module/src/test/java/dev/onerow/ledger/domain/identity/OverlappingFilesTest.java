package dev.onerow.ledger.domain.identity;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.onerow.ledger.domain.identity.Account.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What a bank books is a list of transactions; its files are whole days of it, in any cut, order and number. */
@Tag("laws")
class OverlappingFilesTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 6;

    @Test
    void anyOrderAndRepetitionOfWholeDayFilesLeavesTheSameMultiset() {
        qt().withExamples(1_000).forAll(bookings(), cuts()).check((bookings, cuts) -> {
            Account account = new Account();
            cuts.forEach(cut -> account.imports(Account.BY_EVERYTHING, cut.of(bookings)));
            return account.multiset().equals(mostThatAnyFileVouchesFor(bookings, cuts));
        });
    }

    @Test
    void filesWithStableIdentifiersLeaveExactlyWhatTheBankBooked() {
        qt().withExamples(1_000).forAll(bookings(), cuts()).check((bookings, cuts) -> {
            List<Row> identified = IntStream.range(0, bookings.size())
                    .mapToObj(i -> bookings.get(i).id("F" + i))
                    .toList();
            Account account = new Account();
            cuts.forEach(cut -> account.imports(Account.BY_EVERYTHING, cut.of(identified)));
            return account.multiset().equals(mostThatAnyFileVouchesFor(bookings, cuts));
        });
    }

    @Test
    void twentyThousandEqualRowsArePairedQuickly() {
        List<Row> rows = IntStream.range(0, 20_000)
                .mapToObj(i -> Row.of("2026-03-01", -100, "Fee").balance(i))
                .toList();
        List<Row> others = IntStream.range(0, 20_000)
                .mapToObj(i -> Row.of("2026-03-01", -100, "Fee").balance(-1 - i).id("X" + i))
                .toList();

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            Account account = new Account();
            account.imports(Account.BY_EVERYTHING, rows);
            account.imports(Account.BY_EVERYTHING, others);
            account.imports(Account.BY_EVERYTHING, rows);
        });
    }

    private static Map<String, Long> mostThatAnyFileVouchesFor(List<Row> bookings, List<Cut> cuts) {
        Map<String, Long> most = new HashMap<>();
        for (Cut cut : cuts) {
            Account alone = new Account();
            alone.imports(Account.BY_EVERYTHING, cut.of(bookings));
            alone.multiset().forEach((transaction, count) -> most.merge(transaction, count, Math::max));
        }
        return most;
    }

    private static Gen<List<Row>> bookings() {
        Gen<Row> booking = integers()
                .between(0, DAYS - 1)
                .zip(
                        integers().between(1, 2),
                        integers().between(0, 1),
                        (day, amount, merchant) ->
                                Row.of(FIRST_DAY.plusDays(day).toString(), amount, merchant == 0 ? "Kiosk" : "Baker"));
        return lists().of(booking).ofSizeBetween(0, 20);
    }

    private static Gen<List<Cut>> cuts() {
        Gen<Cut> cut = integers()
                .between(0, DAYS - 1)
                .zip(
                        integers().between(0, DAYS - 1),
                        integers().between(0, 1),
                        integers().between(1, 4),
                        (one, other, direction, quarters) ->
                                new Cut(Math.min(one, other), Math.max(one, other), direction == 1, quarters));
        return lists().of(cut).ofSizeBetween(1, 6);
    }

    /** A file with some days as the bank knew them when it had booked so many quarters of all: the rest comes late. */
    private record Cut(int firstDay, int lastDay, boolean isReversed, int quartersBooked) {
        List<Row> of(List<Row> bookings) {
            List<Row> rows = new ArrayList<>();
            for (Row row : bookings.subList(0, bookings.size() * quartersBooked / 4)) {
                LocalDate date = LocalDate.parse(row.date());
                if (!date.isBefore(FIRST_DAY.plusDays(firstDay)) && !date.isAfter(FIRST_DAY.plusDays(lastDay))) {
                    rows.add(isReversed ? 0 : rows.size(), row);
                }
            }
            return rows;
        }
    }
}
