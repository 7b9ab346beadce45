package dev.onerow.ledger.domain.view;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.view.Ledgers.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Totals in one currency; amounts in minor units. They are never added up across currencies.
 *
 * @param income what came in
 * @param expenses what went out, as a positive amount
 * @param neutral what only changed places
 */
public record Figures(CurrencyCode currency, long transactions, long income, long expenses, long neutral) {

    /** What came in and did not go out. */
    public long net() {
        return income - expenses;
    }

    /** Totals of a month. */
    public record OfMonth(int year, int month, Figures figures) {}

    /** The totals of each currency, by its code. */
    public static List<Figures> byCurrency(List<Cell> cells, Map<AccountId, CurrencyCode> currencies) {
        Map<String, Figures> groups = new TreeMap<>();
        for (Cell cell : cells) {
            CurrencyCode currency = currency(cell, currencies);
            groups.compute(currency.value(), (code, sofar) -> plus(sofar, cell, currency));
        }
        return List.copyOf(groups.values());
    }

    /** The totals of each month and currency, the latest month first, then by currency. */
    public static List<OfMonth> byMonth(List<Cell> cells, Map<AccountId, CurrencyCode> currencies) {
        Map<Month, List<Cell>> months = new TreeMap<>(Comparator.comparingInt(Month::year)
                .thenComparingInt(Month::month)
                .reversed());
        cells.forEach(cell -> months.computeIfAbsent(new Month(cell.year(), cell.month()), none -> new ArrayList<>())
                .add(cell));
        List<OfMonth> all = new ArrayList<>();
        months.forEach((month, ofMonth) -> byCurrency(ofMonth, currencies)
                .forEach(figures -> all.add(new OfMonth(month.year(), month.month(), figures))));
        return all;
    }

    private static Figures plus(@Nullable Figures before, Cell cell, CurrencyCode currency) {
        Figures sofar = before == null ? new Figures(currency, 0, 0, 0, 0) : before;
        return new Figures(
                currency,
                sofar.transactions + cell.count(),
                sofar.income + (cell.flow() == Flow.FLOW_IN ? cell.amount() : 0),
                sofar.expenses + (cell.flow() == Flow.FLOW_OUT ? cell.amount() : 0),
                sofar.neutral + (cell.flow() == Flow.NEUTRAL ? cell.amount() : 0));
    }

    private static CurrencyCode currency(Cell cell, Map<AccountId, CurrencyCode> currencies) {
        CurrencyCode currency = currencies.get(cell.account());
        if (currency == null) {
            throw new IllegalStateException("A transaction without account: " + cell.account());
        }
        return currency;
    }

    private record Month(int year, int month) {}
}
