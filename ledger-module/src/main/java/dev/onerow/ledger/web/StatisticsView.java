package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.view.Figures;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Totals as they are shown: flat too when there is one currency, and never added up across currencies. */
@Serdeable
record StatisticsView(
        long totalTransactions,
        @Nullable String currencyCode,
        @Nullable String totalIncome,
        @Nullable String totalExpenses,
        @Nullable String totalNeutral,
        @Nullable String net,
        List<CurrencyView> byCurrency) {

    /** Totals in one currency. */
    @Serdeable
    record CurrencyView(
            String currencyCode,
            long totalTransactions,
            String totalIncome,
            String totalExpenses,
            String totalNeutral,
            String net) {
        static CurrencyView of(Figures figures) {
            CurrencyCode currency = figures.currency();
            return new CurrencyView(
                    currency.value(),
                    figures.transactions(),
                    Money.decimal(figures.income(), currency),
                    Money.decimal(figures.expenses(), currency),
                    Money.decimal(figures.neutral(), currency),
                    Money.decimal(figures.net(), currency));
        }
    }

    static StatisticsView of(List<Figures> figures) {
        List<CurrencyView> all = figures.stream().map(CurrencyView::of).toList();
        CurrencyView only = all.size() == 1 ? all.get(0) : null;
        return new StatisticsView(
                all.stream().mapToLong(CurrencyView::totalTransactions).sum(),
                only == null ? null : only.currencyCode(),
                only == null ? null : only.totalIncome(),
                only == null ? null : only.totalExpenses(),
                only == null ? null : only.totalNeutral(),
                only == null ? null : only.net(),
                all);
    }
}
