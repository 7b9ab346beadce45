package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.KeyForm;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Spelling;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.Reason;
import dev.onerow.persistence.adopting.UnusableValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what older ledgers wrote: camelCase in columns, in JSON and in words. */
final class OldLedger {
    private static final int LAST_YEAR = 9999;
    private static final int MOST_DECIMALS = 4;
    private static final int DECIMALS_ABOVE_DUST = 6;
    private static final int LONGEST_EXTERNAL_ID = 255;

    private OldLedger() {}

    /** A key; empty when it is none. */
    static Optional<String> key(OldRow row, String column) {
        return Optional.ofNullable(row.text(column)).filter(KeyForm::matches);
    }

    /** A text, null where it is missing or empty. */
    static @Nullable String text(OldRow row, String column) {
        String text = row.textOr(column, "");
        return text.isEmpty() ? null : text;
    }

    static <E extends Enum<E>> Optional<E> word(Class<E> type, @Nullable String text) {
        return text == null ? Optional.empty() : Spelling.find(type, text);
    }

    /** A day of the years 1 to 9999: as it is printed, or the day of a time in UTC. */
    static LocalDate date(OldRow row, String column) {
        LocalDate date = printedDate(row.requiredText(column).strip())
                .orElseGet(
                        () -> row.requiredInstant(column).atZone(ZoneOffset.UTC).toLocalDate());
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            throw new UnusableValue(column);
        }
        return date;
    }

    private static Optional<LocalDate> printedDate(String text) {
        try {
            // So few digits are no milliseconds, or everything was booked on the first day of 1970.
            return Optional.of(
                    text.length() == 8
                            ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                            : LocalDate.parse(
                                    text.length() > 10 && text.charAt(4) == '-' ? text.substring(0, 10) : text));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** A booking time; midnight where there is none. */
    static LocalTime time(OldRow row, String column) {
        try {
            return LocalTime.parse(row.textOr(column, "00:00:00")).withNano(0);
        } catch (DateTimeException none) {
            return LocalTime.MIDNIGHT;
        }
    }

    /**
     * A decimal amount; null where there is none. One that was kept as a number, and is within a millionth of one with
     * as many decimals as money has, is that one: sums of floating numbers leave dust. Texts are taken as they are.
     */
    static @Nullable BigDecimal amount(OldRow row, String column) {
        BigDecimal amount = row.number(column);
        if (amount == null || row.isText(column)) {
            return amount;
        }
        BigDecimal clean =
                amount.setScale(DECIMALS_ABOVE_DUST, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return clean.scale() <= MOST_DECIMALS ? clean : amount;
    }

    /** An amount that must be there. */
    static BigDecimal requiredAmount(OldRow row, String column) {
        BigDecimal amount = amount(row, column);
        if (amount == null) {
            throw new UnusableValue(column);
        }
        return amount;
    }

    /** The key that a bank gave a transaction, null where it is missing or empty; indexed, so it cannot be long. */
    static @Nullable String externalId(OldRow row) {
        String id = text(row, "external_id");
        if (id != null && id.length() > LONGEST_EXTERNAL_ID) {
            throw new UnusableValue("external_id");
        }
        return id;
    }

    /** An amount in minor units of a currency; null where there is none, or none that can be money of it. */
    static @Nullable Long minorUnits(@Nullable BigDecimal amount, CurrencyCode currency) {
        return amount == null
                ? null
                : Money.of(amount, currency).<@Nullable Long>either(money -> (Long) money.minorUnits(), no -> null);
    }

    static Instant changedAt(OldRow row) {
        for (String column : List.of("updated_at", "created_at")) {
            if (row.has(column)) {
                return row.requiredInstant(column);
            }
        }
        return Instant.EPOCH;
    }

    /** A small whole number of a column, or another one where it is missing. */
    static int small(OldRow row, String column, int otherwise) {
        Long whole = row.whole(column);
        return whole == null ? otherwise : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, whole));
    }

    /** Keeps a row that was taken over beside the tables too, when it said more than they say. */
    static Adopted noting(boolean hasOthers, Adopted adopted) {
        return hasOthers && adopted.reason() == null ? new Adopted(adopted.outcome(), Reason.UNKNOWN_COLUMN) : adopted;
    }

    static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
