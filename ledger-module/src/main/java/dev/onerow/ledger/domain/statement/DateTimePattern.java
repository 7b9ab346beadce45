package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.Parsed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * A strict pattern in the letters of {@code java.time}, where {@code y} means the same as {@code u}: 31 April is no
 * date. Names of months are English. Equal by its letters. Thread-safe.
 */
public final class DateTimePattern {
    private static final int LONGEST = 64;
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2024, 11, 25, 13, 46, 57, 0, ZoneOffset.UTC);

    private final String pattern;
    private final DateTimeFormatter formatter;

    private DateTimePattern(String pattern, DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.formatter = formatter;
    }

    /** A pattern that says at least which day. */
    public static Parsed<DateTimePattern> ofDates(String pattern) {
        return of(pattern)
                .then(made ->
                        made.sample().filter(day -> made.date(day).isReadable()).isPresent()
                                ? Parsed.of(made)
                                : Parsed.refused("invalid-pattern", "The pattern does not say year, month and day."));
    }

    /** A pattern that says at least which minute. */
    public static Parsed<DateTimePattern> ofTimes(String pattern) {
        return of(pattern)
                .then(made -> made.sample()
                                .filter(time -> made.time(time).isReadable())
                                .isPresent()
                        ? Parsed.of(made)
                        : Parsed.refused("invalid-pattern", "The pattern does not say hour and minute."));
    }

    /** The letters as given. */
    public String pattern() {
        return pattern;
    }

    Parsed<LocalDate> date(String text) {
        return parsed(text)
                .map(found -> found.query(TemporalQueries.localDate()))
                .filter(DateTimePattern::isStorable)
                .map(Parsed::of)
                .orElseGet(() -> Refusals.unreadable("date", text));
    }

    Parsed<LocalTime> time(String text) {
        return parsed(text)
                .map(found -> found.query(TemporalQueries.localTime()))
                .map(found -> Parsed.of(found.truncatedTo(ChronoUnit.SECONDS)))
                .orElseGet(() -> Refusals.unreadable("time", text));
    }

    /** The time in a text that a date pattern reads, if that has one. */
    Optional<LocalTime> timeBeside(String text) {
        return parsed(text)
                .map(found -> found.query(TemporalQueries.localTime()))
                .map(found -> found.truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DateTimePattern that && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern;
    }

    private static Parsed<DateTimePattern> of(String pattern) {
        if (pattern.isBlank() || pattern.length() > LONGEST) {
            return Parsed.refused("invalid-pattern", "A pattern has 1 to " + LONGEST + " characters.");
        }
        try {
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(withProlepticYears(pattern))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
            return Parsed.of(new DateTimePattern(pattern, formatter));
        } catch (RuntimeException invalid) {
            // Not only IllegalArgumentException: digits right behind padded digits (yyyyppMdd) are a
            // ClassCastException.
            return Parsed.refused("invalid-pattern", "Not a pattern in the letters of java.time.");
        }
    }

    /** Strict resolving wants an era beside {@code y}, which nobody prints; {@code u} is the year as printed. */
    private static String withProlepticYears(String pattern) {
        StringBuilder letters = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            letters.append(c == 'y' && !quoted ? 'u' : c);
        }
        return letters.toString();
    }

    /** How a certain second is printed, unless it does not fit: a pattern may pad to fewer characters than it takes. */
    private Optional<String> sample() {
        try {
            return Optional.of(formatter.format(SAMPLE));
        } catch (RuntimeException unprintable) {
            // Not only DateTimeException: Java leaves an array where a year has eleven digits.
            return Optional.empty();
        }
    }

    private Optional<TemporalAccessor> parsed(String text) {
        try {
            return Optional.of(formatter.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isStorable(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= 9999;
    }
}
