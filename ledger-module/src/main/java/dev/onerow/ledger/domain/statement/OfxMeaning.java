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

    /**
     * The statement of an account, which may come in parts. Each part is in its own currency: its records in another one
     * than the account's are rejected, and its balance is none of the account's.
     */
    static Statement of(List<OfxStatement> parts, CurrencyCode currency) {
        List<SourceRow> rows = new ArrayList<>();
        for (OfxStatement part : parts) {
            for (OfxRecord record : part.records()) {
                rows.add(row(rows.size() + 1, record, part.values().getOrDefault("CURDEF", ""), currency));
            }
        }
        return new Statement(
                parts.get(0).values().get("ACCTID"), rows, balance(parts, currency), RowOrder.OLDEST_FIRST);
    }

    /** Of several balances the one with the latest time, the first of those. */
    private static @Nullable StatedBalance balance(List<OfxStatement> parts, CurrencyCode currency) {
        StatedBalance latest = null;
        String latestTime = "";
        for (OfxStatement part : parts) {
            StatedBalance stated = balance(part.values(), currency);
            String time = part.values().getOrDefault("DTASOF", "");
            if (stated != null && time.compareTo(latestTime) > 0) {
                latest = stated;
                latestTime = time;
            }
        }
        return latest;
    }

    private static @Nullable StatedBalance balance(Map<String, String> values, CurrencyCode currency) {
        if (!isOf(currency, values.getOrDefault("CURDEF", ""))) {
            return null;
        }
        return OfxValues.amount(values.getOrDefault("BALAMT", ""), currency)
                .then(money -> OfxValues.date(values.getOrDefault("DTASOF", ""))
                        .then(date -> Parsed.of(new StatedBalance(money.minorUnits(), date))))
                .either(found -> found, none -> null);
    }

    private static SourceRow row(int number, OfxRecord record, String currencyOfPart, CurrencyCode currency) {
        Map<String, String> found = found(record.values());
        String stated = found.getOrDefault("currency", currencyOfPart);
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
        if (!isOf(currency, stated)) {
            return Refusals.otherCurrency(stated, currency);
        }
        if (Refusals.isTooLong(found)) {
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

    /** Whether a file says this currency, or none. */
    private static boolean isOf(CurrencyCode currency, String stated) {
        return stated.isEmpty() || stated.equalsIgnoreCase(currency.value());
    }
}
