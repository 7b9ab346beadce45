package dev.onerow.ledger.domain.statement;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Parsed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says what a CSV record means by a profile. */
final class CsvMeaning {
    private final CsvProfile profile;
    private final Map<CsvColumn, Integer> places;
    private final CurrencyCode currency;

    CsvMeaning(CsvProfile profile, Map<CsvColumn, Integer> places, CurrencyCode currency) {
        this.profile = profile;
        this.places = places;
        this.currency = currency;
    }

    SourceRow row(int number, int line, String verbatim, CsvRecord record) {
        Map<String, String> found = new LinkedHashMap<>();
        places.forEach((column, place) -> {
            String value =
                    place < record.getFieldCount() ? record.getField(place).strip() : "";
            if (!value.isEmpty()) {
                found.put(column.word(), value);
            }
        });
        return new SourceRow(number, line, verbatim, found, entry(found));
    }

    private Parsed<StatementEntry> entry(Map<String, String> found) {
        if (Refusals.isTooLong(found)) {
            return Refusals.tooLong();
        }
        String status = found.getOrDefault("status", "");
        if (isOneOf(status, profile.failedStatuses())) {
            return Refusals.failed(status);
        }
        String stated = found.getOrDefault("currency", "");
        if (!stated.isEmpty() && !stated.equalsIgnoreCase(currency.value())) {
            return Refusals.otherCurrency(stated, currency);
        }
        return date(found)
                .then(date -> time(found)
                        .then(time -> amount(found)
                                .then(Refusals::notZero)
                                .then(amount -> optional(found, "balance")
                                        .then(balance -> optional(found, "principal")
                                                .then(principal -> Parsed.of(new StatementEntry(
                                                        date,
                                                        time,
                                                        amount.minorUnits(),
                                                        found.get("merchant"),
                                                        found.get("notes"),
                                                        found.get("external_id"),
                                                        balance.amount(),
                                                        principal.amount(),
                                                        isNeutral(found))))))));
    }

    private Parsed<LocalDate> date(Map<String, String> found) {
        String text = found.get("date");
        return text == null
                ? Refusals.missing("date")
                : profile.formats().dateFormat().date(text);
    }

    private Parsed<LocalTime> time(Map<String, String> found) {
        String text = found.get("time");
        if (text != null) {
            return profile.formats().timeFormat().time(text);
        }
        String date = found.getOrDefault("date", "");
        return Parsed.of(profile.formats().dateFormat().timeBeside(date).orElse(LocalTime.MIDNIGHT));
    }

    private Parsed<Money> amount(Map<String, String> found) {
        return switch (profile.sign()) {
            case AS_IS -> single(found, amount -> amount);
            case INVERTED -> single(found, CsvMeaning::negated);
            case DIRECTION -> directed(found);
            case DEBIT_CREDIT -> outOrIn(found);
        };
    }

    private Parsed<Money> single(Map<String, String> found, UnaryOperator<Money> sign) {
        String text = found.get("amount");
        return text == null
                ? Refusals.missing("amount")
                : profile.formats().amount(text, currency).then(amount -> Parsed.of(sign.apply(amount)));
    }

    private Parsed<Money> directed(Map<String, String> found) {
        String direction = found.get("direction");
        if (direction == null) {
            return Refusals.missing("direction");
        }
        boolean isOut = isOneOf(direction, profile.debitValues());
        return single(found, amount -> isOut ? negated(absolute(amount)) : absolute(amount));
    }

    /** Both columns may be filled, one of them usually with a zero: what counts is the difference. */
    private Parsed<Money> outOrIn(Map<String, String> found) {
        if (!found.containsKey("debit") && !found.containsKey("credit")) {
            return Refusals.missing("amount");
        }
        return optional(found, "debit")
                .then(out -> optional(found, "credit").then(in -> {
                    long difference = Math.abs(in.orZero()) - Math.abs(out.orZero());
                    return Parsed.of(new Money(difference, currency));
                }));
    }

    private Parsed<Optionally> optional(Map<String, String> found, String name) {
        String text = found.get(name);
        return text == null
                ? Parsed.of(new Optionally(null))
                : profile.formats()
                        .amount(text, currency)
                        .then(amount -> Parsed.of(new Optionally(amount.minorUnits())));
    }

    private boolean isNeutral(Map<String, String> found) {
        return isOneOf(found.getOrDefault("status", ""), profile.neutralValues())
                || isOneOf(found.getOrDefault("direction", ""), profile.neutralValues());
    }

    private static boolean isOneOf(String word, List<String> words) {
        return words.stream().anyMatch(each -> each.strip().equalsIgnoreCase(word));
    }

    private static Money negated(Money amount) {
        return new Money(-amount.minorUnits(), amount.currency());
    }

    private static Money absolute(Money amount) {
        return new Money(Math.abs(amount.minorUnits()), amount.currency());
    }

    private record Optionally(@Nullable Long amount) {
        long orZero() {
            return amount == null ? 0 : amount;
        }
    }
}
