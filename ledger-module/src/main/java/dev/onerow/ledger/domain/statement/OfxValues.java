package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Parsed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dates and amounts of OFX, as printed. */
final class OfxValues {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2}).{0,60}");
    private static final Pattern TIME = Pattern.compile("[0-9]{8}([0-9]{2})([0-9]{2})([0-9]{2})?.{0,60}");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?[0-9]{1,3}(?:(?:,[0-9]{3})+\\.|(?:\\.[0-9]{3})+,)[0-9]{1,20}");

    private OfxValues() {}

    /** The first eight digits; what follows is a time and a zone, and moves no booking date. */
    static Parsed<LocalDate> date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Refusals.unreadable("date", text);
        }
        try {
            LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            return date.getYear() == 0 ? Refusals.unreadable("date", text) : Parsed.of(date);
        } catch (DateTimeException noSuchDay) {
            return Refusals.unreadable("date", text);
        }
    }

    /** The six digits after the date; midnight when they are no time, since a day without its time is a day still. */
    static LocalTime time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return LocalTime.MIDNIGHT;
        }
        int second = matcher.group(3) == null ? 0 : number(matcher, 3);
        try {
            return LocalTime.of(number(matcher, 1), number(matcher, 2), second);
        } catch (DateTimeException noSuchTime) {
            return LocalTime.MIDNIGHT;
        }
    }

    /** A decimal with point or comma; with both, the last is the point and the other groups by three. */
    static Parsed<Money> amount(String text, CurrencyCode currency) {
        String plain = text;
        if (text.length() <= 60 && GROUPED.matcher(text).matches()) {
            char grouping = text.lastIndexOf('.') > text.lastIndexOf(',') ? ',' : '.';
            plain = text.replace(String.valueOf(grouping), "");
        }
        return Amounts.read(text, plain.replace(',', '.'), currency);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
