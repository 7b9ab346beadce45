package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.view.Figures;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Totals of months as they are shown. */
@Serdeable
record MonthlyView(List<MonthView> items) {

    /** Totals of one month in one currency. */
    @Serdeable
    record MonthView(
            int year,
            int month,
            String currencyCode,
            long totalTransactions,
            String totalIncome,
            String totalExpenses,
            String totalNeutral,
            String net) {
        static MonthView of(Figures.OfMonth month) {
            StatisticsView.CurrencyView totals = StatisticsView.CurrencyView.of(month.figures());
            return new MonthView(
                    month.year(),
                    month.month(),
                    totals.currencyCode(),
                    totals.totalTransactions(),
                    totals.totalIncome(),
                    totals.totalExpenses(),
                    totals.totalNeutral(),
                    totals.net());
        }
    }

    static MonthlyView of(List<Figures.OfMonth> months) {
        return new MonthlyView(months.stream().map(MonthView::of).toList());
    }
}
