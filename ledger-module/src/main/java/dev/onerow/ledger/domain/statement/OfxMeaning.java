package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Parsed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what the texts of an OFX statement mean. */
final class OfxMeaning {
    private OfxMeaning() {}

    static Statement of(OfxStatement statement, CurrencyCode currency) {
        List<SourceRow> rows = new ArrayList<>(statement.records().size());
        for (OfxRecord record : statement.records()) {
            rows.add(row(rows.size() + 1, record, statement.values().get("CURDEF"), currency));
        }
        return new Statement(
                statement.values().get("ACCTID"), rows, balance(statement, currency), RowOrder.OLDEST_FIRST);
    }

    private static @Nullable StatedBalance balance(OfxStatement statement, CurrencyCode currency) {
        String amount = statement.values().getOrDefault("BALAMT", "");
        String asOf = statement.values().getOrDefault("DTASOF", "");
        String stated = statement.values().getOrDefault("CURDEF", currency.value());
        if (!stated.equalsIgnoreCase(currency.value())) {
            return null;
        }
        return OfxValues.amount(amount, currency)
                .then(money ->
                        OfxValues.date(asOf).then(date -> Parsed.of(new StatedBalance(money.minorUnits(), date))))
                .either(found -> found, none -> null);
    }

    private static SourceRow row(
            int number, OfxRecord record, @Nullable String statementCurrency, CurrencyCode currency) {
        Map<String, String> found = found(record.values());
        String stated = found.getOrDefault("currency", statementCurrency == null ? "" : statementCurrency);
        return new SourceRow(number, record.line(), record.verbatim(), found, entry(found, stated, currency));
    }

    private static Map<String, String> found(Map<String, String> values) {
        Map<String, String> found = new LinkedHashMap<>();
        String memo = values.getOrDefault("MEMO", "");
        putUnlessBlank(found, "date", values.get("DTPOSTED"));
        putUnlessBlank(found, "amount", values.get("TRNAMT"));
        putUnlessBlank(found, "external_id", values.get("FITID"));
        putUnlessBlank(found, "merchant", values.getOrDefault("NAME", values.getOrDefault("PAYEE", memo)));
        putUnlessBlank(found, "notes", memo);
        putUnlessBlank(found, "currency", values.getOrDefault("CURSYM", values.get("CURRENCY")));
        return found;
    }

    private static void putUnlessBlank(Map<String, String> found, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            found.put(name, value);
        }
    }

    private static Parsed<StatementEntry> entry(Map<String, String> found, String stated, CurrencyCode currency) {
        if (!stated.isEmpty() && !stated.equalsIgnoreCase(currency.value())) {
            return Refusals.otherCurrency(stated, currency);
        }
        if (found.values().stream().anyMatch(value -> value.length() > Limits.VALUE)) {
            return Refusals.tooLong();
        }
        if (!found.containsKey("date")) {
            return Refusals.missing("date");
        }
        if (!found.containsKey("amount")) {
            return Refusals.missing("amount");
        }
        String posted = found.get("date");
        return OfxValues.date(posted)
                .then(date -> OfxValues.amount(found.get("amount"), currency)
                        .then(Refusals::notZero)
                        .then(amount -> Parsed.of(new StatementEntry(
                                date,
                                OfxValues.time(posted),
                                amount.minorUnits(),
                                found.get("merchant"),
                                found.get("notes"),
                                found.get("external_id"),
                                null,
                                null,
                                false))));
    }
}
